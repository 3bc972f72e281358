/// Every bound of this library, with its unit and its reason.
public enum Limits {
    /// libzmq 4.3.4 sends a broken frame for a subscription of 246 to 255 bytes, and the next one is lost with it.
    public static let subscriptionBytesMax = 245
    /// `sun_path` has 108 bytes, one of which is the closing NUL.
    public static let ipcPathBytesMax = 107
    /// libzmq has no limit of its own here; longer names only make unreadable errors.
    public static let inprocNameBytesMax = 200
    /// Messages that one turn takes from a socket before the others have theirs.
    public static let batchMessagesMax = 256
    /// Bytes after which a turn ends even with fewer messages: 1 MiB. The message that passes it is still taken whole.
    public static let batchBytesMax = 1 << 20
    /// Frames kept of a message; what is beyond them is drained and counted.
    public static let framesKeptMax = 8
    /// Superfluous frames drained in one turn: a message of millions of empty frames must not hold up the others.
    public static let framesDrainedMax = 16_384
    /// Subscription or monitor events handled in one turn.
    public static let eventsPerTurnMax = 256
    /// How often a paused socket is asked for its events, so that libzmq can do its own work on it, in milliseconds.
    public static let pausedPollMs = 100
    /// The longest single wait in the poll, in milliseconds: whatever the timers say.
    static let pollMsMax = 60_000
    /// libzmq keeps a heartbeat's time to live in tenths of a second in 16 bits.
    public static let heartbeatTimeToLiveMsMax = 6_553_599
    /// Interrupted calls that are tried again without waiting: an unbounded retry would spin in a forked child.
    static let interruptionsMax = 64
}
