import CZeroMQ
import Testing

@testable import ZeroMQ

struct OptionTests {
    private let context: Context
    init() throws { context = try Context() }

    @Test("every option reaches libzmq")
    func applied() throws {
        let options = SocketOptions.with {
            $0.receiveHighWater = 11
            $0.sendHighWater = 12
            $0.maxMessageBytes = 1 << 33
            $0.linger = .milliseconds(13)
            $0.handshakeTimeout = .milliseconds(14)
            $0.heartbeat?.interval = .milliseconds(15)
            $0.heartbeat?.timeout = .milliseconds(16)
            $0.heartbeat?.timeToLive = .milliseconds(1700)
            $0.keepAlive?.idleSeconds = 18
            $0.keepAlive?.intervalSeconds = 19
            $0.keepAlive?.count = 20
            $0.backlog = 21
            $0.ipv6 = true
            $0.immediate = true
        }
        let core = try SocketCore(Pattern.ROUTER.self, context: context, options: options)
        func value(_ option: Int32) throws -> Int32 { try core.get("", option, as: Int32.self) }
        #expect(try value(ZMQ_RCVHWM) == 11)
        #expect(try value(ZMQ_SNDHWM) == 12)
        #expect(try core.get("", ZMQ_MAXMSGSIZE, as: Int64.self) == 1 << 33)
        #expect(try value(ZMQ_LINGER) == 13)
        #expect(try value(ZMQ_HANDSHAKE_IVL) == 14)
        #expect(try value(ZMQ_HEARTBEAT_IVL) == 15)
        #expect(try value(ZMQ_HEARTBEAT_TIMEOUT) == 16)
        #expect(try value(ZMQ_HEARTBEAT_TTL) == 1700)
        #expect(try value(ZMQ_TCP_KEEPALIVE) == 1)
        #expect(try value(ZMQ_TCP_KEEPALIVE_IDLE) == 18)
        #expect(try value(ZMQ_TCP_KEEPALIVE_INTVL) == 19)
        #expect(try value(ZMQ_TCP_KEEPALIVE_CNT) == 20)
        #expect(try value(ZMQ_BACKLOG) == 21)
        #expect(try value(ZMQ_IPV6) == 1)
        #expect(try value(ZMQ_IMMEDIATE) == 1)
    }

    @Test("subscribing sockets have no send limit, because subscriptions would be lost")
    func subscriptionsUnlimited() throws {
        let options = SocketOptions.with { $0.sendHighWater = 5 }
        for kind: any SocketKind.Type in [Pattern.SUB.self, Pattern.XSUB.self] {
            let core = try SocketCore(kind, context: context, options: options)
            #expect(try core.get("", ZMQ_SNDHWM, as: Int32.self) == 0)
        }
    }

    @Test("the error for a refused value names the option")
    func refused() throws {
        let wrong: [(String, SocketOptions)] = [
            ("receiveHighWater", .with { $0.receiveHighWater = -1 }),
            ("linger", .with { $0.linger = .seconds(-1) }),
            ("handshakeTimeout", .with { $0.handshakeTimeout = .seconds(Int64.max) }),
            ("heartbeat.timeToLive", .with { $0.heartbeat?.timeToLive = .milliseconds(6_553_600) }),
        ]
        for (name, options) in wrong {
            let error = #expect(throws: ZeroMQError.self) { try PullSocket(context, options: options) }
            #expect(error?.code == .invalidOption)
            #expect(error?.operation.contains(name) == true, "\(String(describing: error))")
        }
        // The context is still usable.
        #expect(try PullSocket(context).receive() == nil)
    }

    @Test("a socket beyond the context's maximum fails with tooManySockets")
    func socketsMax() throws {
        let small = try Context(socketsMax: 2)
        let first = try PullSocket(small), second = try PullSocket(small)
        let error = #expect(throws: ZeroMQError.self) { try PullSocket(small) }
        #expect(error?.code == .tooManySockets)
        #expect(first.isOpen && second.isOpen)
    }

    @Test("libzmq has the required version, CURVE and ipc")
    func library() throws {
        try Library.check(needs: .curve, .ipc)
        #expect(Library.version >= Library.Version(4, 3, 4))
        #expect(Library.Version(4, 3, 10) > Library.Version(4, 3, 9))
    }

    @Test("an error states the action, its subject and the remedy")
    func errors() throws {
        let first = try PullSocket(context), second = try PullSocket(context)
        let endpoint = try first.bind(anyPort())
        let error = #expect(throws: ZeroMQError.self) { try second.bind(endpoint) }
        #expect(error?.code == .addressInUse)
        let text = "cannot bind \(endpoint): Address already in use; stop the other process"
        #expect(error?.description.hasPrefix(text) == true)
    }
}
