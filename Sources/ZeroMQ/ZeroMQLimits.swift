/// The bounds of this library, each with unit and reason.
///
/// A turn is one iteration of the poll loop of a ``SocketThread``.
public enum ZeroMQLimits {
    /// The maximum length of a subscription prefix: libzmq 4.3.4 sends an invalid frame for a subscription of 246 to
    /// 255 bytes, and the next subscription is lost with it.
    public static let subscriptionBytesMax = 245
    /// The maximum length of an ipc path: `sun_path` has 108 bytes, one of which is the terminating NUL.
    public static let ipcPathBytesMax = 107
    /// The maximum length of an inproc name. libzmq has no limit; longer names only make errors unreadable.
    public static let inprocNameBytesMax = 200
    /// The number of messages that one turn receives from a socket before it proceeds to the others.
    public static let batchMessagesMax = 256
    /// The number of bytes after which a socket's turn ends even with fewer messages: 1 MiB. The message that exceeds
    /// it is still received as a whole.
    public static let batchBytesMax = 1 << 20
    /// The number of frames kept per message; further frames are drained and counted.
    public static let framesKeptMax = 8
    /// The number of superfluous frames drained per turn: a message of millions of empty frames must not delay the
    /// other sockets.
    public static let framesDrainedMax = 16_384
    /// The number of subscription or monitor events handled per turn.
    public static let eventsPerTurnMax = 256
    /// The interval at which the events of a paused socket are read, so that libzmq can process its commands, in
    /// milliseconds.
    public static let pausedPollMs = 100
    /// The longest single wait in the poll, in milliseconds, even if no timer is due earlier.
    static let pollMsMax = 60_000
    /// The longest time to live of a heartbeat, in milliseconds: libzmq stores tenths of a second in 16 bits.
    public static let heartbeatTimeToLiveMsMax = 6_553_599
    /// The number of times that an interrupted call is repeated without waiting: an unbounded loop would never end in a
    /// forked child.
    static let interruptionsMax = 64
}
