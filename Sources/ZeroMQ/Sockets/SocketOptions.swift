/// The options of a socket, set before it is bound or connected, because libzmq ignores most later changes.
///
/// The defaults are more cautious than libzmq's: silent and dead peers are detected, and no linger period is endless.
public struct SocketOptions: Sendable {
    /// The maximum number of messages (not frames, not bytes) queued per peer that sends to this socket; 0 for no
    /// limit.
    public var receiveHighWater: Int32 = 1000
    /// The maximum number of messages queued per peer that does not read; 0 for no limit.
    ///
    /// On SUB and XSUB it is always 0, because they send only subscriptions, and libzmq would drop the 1001st silently.
    public var sendHighWater: Int32 = 1000
    /// The maximum number of bytes of a frame, or `nil` for no limit. A longer frame ends the connection, and no event
    /// states the reason.
    public var maxMessageBytes: Int64?
    /// The time for which unsent messages are kept after closing. Not optional: an endless linger period would hang the
    /// process.
    public var linger: Duration = .seconds(1)
    /// The time limit of a connection's handshake. With libzmq's default of 30 s, silent connections occupy descriptors
    /// for too long.
    public var handshakeTimeout: Duration = .seconds(5)
    /// The pings on idle connections, or `nil` for none. Without them a stopped peer is never detected.
    public var heartbeat: Heartbeat? = Heartbeat()
    /// The keep-alive probes of tcp, or `nil` for the system's defaults.
    public var keepAlive: KeepAlive? = KeepAlive()
    /// The maximum number of connections that wait to be accepted.
    public var backlog: Int32 = 1024
    /// Whether IPv6 addresses may be used. If so, `*` means both families.
    public var ipv6 = false
    /// Whether messages are queued only for completed connections. On a PUB it would discard all messages while the
    /// peer restarts.
    public var immediate = false
    /// The authentication and encryption of connections. Peers of ZMTP 1.0 and 2.0 are refused unless the domain is
    /// empty.
    public var security = Security.none(zapDomain: Security.zapDomainDefault)

    /// Creates the default options.
    public init() {}

    /// Returns the default options with changes: `.with { $0.linger = .zero }`.
    public static func with(_ change: (inout SocketOptions) -> Void) -> SocketOptions {
        var options = SocketOptions()
        change(&options)
        return options
    }

    /// The pings on an idle connection.
    public struct Heartbeat: Equatable, Sendable {
        /// The interval between pings.
        public var interval: Duration = .seconds(5)
        /// The time without a reply after which the connection is closed.
        public var timeout: Duration = .seconds(15)
        /// The time without pings after which the peer should close the connection; at most
        /// ``ZeroMQLimits/heartbeatTimeToLiveMsMax``.
        public var timeToLive: Duration = .seconds(15)
        public init() {}
    }

    /// The keep-alive probes of tcp.
    public struct KeepAlive: Sendable {
        /// The number of idle seconds before the first probe.
        public var idleSeconds: Int32 = 60
        /// The number of seconds between probes.
        public var intervalSeconds: Int32 = 10
        /// The number of unanswered probes after which the connection is closed.
        public var count: Int32 = 3
        public init() {}
    }
}
