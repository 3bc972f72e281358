/// What a socket is set to before it is bound or connected; libzmq would ignore most of it afterwards.
///
/// The defaults are careful ones, not libzmq's: peers that are silent or dead are noticed, and no linger is endless.
public struct SocketOptions: Sendable {
    /// Messages (not frames, not bytes) kept for each peer that is sending to us; 0 for no limit.
    public var receiveHighWater: Int32 = 1000
    /// Messages kept for each peer that does not read; 0 for no limit. On SUB and XSUB it is always 0, since these
    /// send nothing but subscriptions and libzmq would drop the 1001st without a word.
    public var sendHighWater: Int32 = 1000
    /// Bytes a frame may have; a longer one ends the connection, and no event says why. `nil` for no limit.
    public var maxMessageBytes: Int64?
    /// How long what was sent is kept for the peers after closing. Not `nil`: an endless linger hangs the process.
    public var linger: Duration = .seconds(1)
    /// How long a new connection may take to say who it is. libzmq's own 30 s lets silent ones hold descriptors.
    public var handshakeTimeout: Duration = .seconds(5)
    /// Pings on quiet connections; `nil` for none. Without them a stopped peer is never noticed.
    public var heartbeat: Heartbeat? = Heartbeat()
    /// tcp's own probes; `nil` leaves the system's defaults.
    public var keepAlive: KeepAlive? = KeepAlive()
    /// Connections that may wait to be accepted.
    public var backlog: Int32 = 1024
    /// Whether IPv6 addresses may be used; then `*` means both families.
    public var ipv6 = false
    /// Whether only completed connections get messages. On a PUB it would throw away everything while the other side
    /// restarts.
    public var immediate = false
    /// The rule for who may connect. Peers of ZMTP 1.0 and 2.0 are refused unless its domain is empty.
    public var security = Security.none(zapDomain: Security.zapDomainDefault)

    public init() {}

    /// Changes the options in place: `.with { $0.linger = .zero }`.
    public static func with(_ change: (inout SocketOptions) -> Void) -> SocketOptions {
        var options = SocketOptions()
        change(&options)
        return options
    }

    public struct Heartbeat: Equatable, Sendable {
        /// Time between pings.
        public var interval: Duration = .seconds(5)
        /// Without an answer for so long the connection is closed.
        public var timeout: Duration = .seconds(15)
        /// After so long without our pings the peer is to close it; at most ``Limits/heartbeatTimeToLiveMsMax``.
        public var timeToLive: Duration = .seconds(15)
        public init() {}
    }

    public struct KeepAlive: Sendable {
        /// Quiet seconds before the first probe.
        public var idleSeconds: Int32 = 60
        /// Seconds between probes.
        public var intervalSeconds: Int32 = 10
        /// Unanswered probes after which the connection is closed.
        public var count: Int32 = 3
        public init() {}
    }
}
