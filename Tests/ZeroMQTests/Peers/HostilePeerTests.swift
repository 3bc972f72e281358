import Testing

@testable import ZeroMQ

/// Tests against peers that implement ZMTP themselves and send data that libzmq would never send.
@Suite(.timeLimit(.minutes(2)))
struct HostilePeerTests {
    private let context: Context
    init() throws { context = try Context() }

    @Test("an XPUB counts malformed messages and continues: empty, another first byte, several frames")
    func junk() throws {
        let xpub = try XPubSocket(context)
        let endpoint = try xpub.bind(anyPort())
        let peer = try ForeignPeer(
            ForeignPeer.rawZMTP + "\n" + """
                s = connect('SUB')
                s.sendall(frame(b''))
                s.sendall(frame(b'\\x02user message'))
                s.sendall(frame(b'\\x01a', more=True) + frame(b'\\x01b'))
                s.sendall(frame(b'\\x01real'))
                sys.stdin.readline()
                """, endpoint.description)
        var junk = 0
        var events: [SubscriptionEvent] = []
        while !events.contains(.subscribed(prefix: bytes("real"))) {
            try #require(try xpub.wait(for: .readable, within: timeLimit))
            let turn = try xpub.receiveSubscriptions()
            junk += turn.malformedMessages
            events += turn.events
        }
        #expect(junk >= 2)
        #expect(try xpub.send("real", "payload") == .sent)
        try peer.say("go")
        #expect(peer.end() == 0)
    }

    @Test("many subscriptions are received in bounded turns")
    func flood() throws {
        let xpub = try XPubSocket(context, options: .with { $0.receiveHighWater = 0 })
        let endpoint = try xpub.bind(anyPort())
        let peer = try ForeignPeer(
            ForeignPeer.rawZMTP + "\n" + """
                s = connect('SUB')
                s.sendall(b''.join(frame(b'\\x01%d' % n) for n in range(5000)))
                sys.stdin.readline()
                """, endpoint.description)
        var total = 0
        while total < 5000 {
            try #require(try xpub.wait(for: .readable, within: timeLimit))
            let turn = try xpub.receiveSubscriptions()
            #expect(turn.events.count <= ZeroMQLimits.eventsPerTurnMax)
            #expect(turn.isFull == (turn.events.count == ZeroMQLimits.eventsPerTurnMax))
            total += turn.events.count
        }
        try peer.say("go")
        #expect(peer.end() == 0)
    }

    @Test("prefixes of 245 and 256 bytes from another libzmq arrive; those between are counted as malformed")
    func longPrefixes() throws {
        let xpub = try XPubSocket(context)
        let endpoint = try xpub.bind(anyPort())
        let peer = try ForeignPeer(
            """
            import sys, zmq
            context = zmq.Context()
            sockets = []
            for length in range(245, 257):
                s = context.socket(zmq.SUB)
                s.linger = 0
                s.subscribe(b'%03d' % length + b'x' * (length - 3))
                s.connect(sys.argv[1])
                sockets.append(s)
            sys.stdin.readline()
            """, endpoint.description)
        var lengths: Set<Int> = []
        while !lengths.isSuperset(of: [245, 256]) {
            try #require(try xpub.wait(for: .readable, within: timeLimit))
            for case .subscribed(let prefix) in try xpub.receiveSubscriptions().events { lengths.insert(prefix.count) }
        }
        try peer.say("go")
        #expect(peer.end() == 0)
    }

    @Test("subscriptions of 246 bytes and more are refused; those of 245 bytes arrive")
    func ownPrefixes() throws {
        let xpub = try XPubSocket(context), sub = try SubSocket(context), xsub = try XSubSocket(context)
        for length in [246, 250, 255, 256, 1000] {
            let error = #expect(throws: ZeroMQError.self) {
                try sub.subscribe(to: [UInt8](repeating: 1, count: length))
            }
            #expect(error?.code == .invalidSubscription)
            #expect(throws: ZeroMQError.self) { try xsub.subscribe(to: [UInt8](repeating: 1, count: length)) }
        }
        let longest = [UInt8](repeating: 1, count: ZeroMQLimits.subscriptionBytesMax)
        try sub.subscribe(to: longest)
        try sub.connect(xpub.bind(anyPort()))
        #expect(try xpub.wait(for: .readable, within: timeLimit))
        #expect(try xpub.receiveSubscriptions().events == [.subscribed(prefix: longest)])
    }

    @Test("all of 5,000 subscriptions of one SUB arrive")
    func manySubscriptions() throws {
        let xpub = try XPubSocket(context, options: .with { $0.receiveHighWater = 0 }), sub = try SubSocket(context)
        try sub.connect(xpub.bind(anyPort()))
        for number in 0..<5000 { try sub.subscribe(to: "\(number)") }
        var prefixes: Set<[UInt8]> = []
        while prefixes.count < 5000 {
            // The SUB sends its subscriptions only during calls on it.
            try sub.refreshEvents()
            try #require(try xpub.wait(for: .readable, within: timeLimit))
            for case .subscribed(let prefix) in try xpub.receiveSubscriptions().events { prefixes.insert(prefix) }
        }
        #expect(prefixes.count == 5000)
    }

    @Test("an invalid greeting ends only its own connection, and is counted")
    func greetings() async throws {
        let thread = try SocketThread(name: "test-sockets")
        let collector = Collector(on: thread)
        let options = SocketOptions.with { $0.handshakeTimeout = .milliseconds(300) }
        let endpoint = try await collector.bind(context, to: anyPort(), options: options)
        let peer = try ForeignPeer(
            ForeignPeer.rawZMTP + "\n" + """
                import random
                READY = ready('PUSH')
                kinds = [
                    b'GET / HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n' * 4, bytes(200), b'\\xff' * 200, GREETING[:30], b'',
                    bytes([1]) + random.Random(1).randbytes(200), GREETING.replace(b'NULL', b'EVIL') + READY, GREETING,
                    GREETING + b'\\x04\\x06\\x05XXXXX', GREETING + b'\\x06' + b'\\x7f' * 8 + b'x' * 100,
                    GREETING + ready('SUB'),
                ]
                for kind in kinds:
                    s = socket.create_connection(address())
                    s.settimeout(20)
                    try:
                        s.sendall(kind)
                        while s.recv(1000): pass
                    except ConnectionError:
                        pass
                    s.close()
                    print('ended')
                s = connect('PUSH')
                s.sendall(frame(b'still here'))
                sys.stdin.readline()
                """, endpoint.description)
        await collector.wait { !$0.messages.isEmpty }
        #expect(await collector.messages == [Message("still here")])
        let kinds = await collector.events.map(\.kind)
        #expect(kinds.filter { $0 == .accepted }.count == 12)
        #expect(kinds.contains(.handshakeSucceeded))
        #expect(kinds.contains(.handshakeFailedProtocol))
        #expect(kinds.contains(.handshakeFailedNoDetail))
        try peer.say("go")
        #expect(peer.end() == 0)
        await thread.stop()
        await context.terminate()
    }

    @Test("a frame over the limit ends only its own connection")
    func tooLarge() throws {
        let pull = try PullSocket(context, options: .with { $0.maxMessageBytes = 1000 })
        let endpoint = try pull.bind(anyPort())
        let peer = try ForeignPeer(
            ForeignPeer.rawZMTP + "\n" + """
                s = connect('PUSH')
                s.sendall(frame(bytes(1001)))
                try: assert s.recv(1) == b''
                except ConnectionError: pass
                s = connect('PUSH')
                s.sendall(frame(bytes(1000)))
                sys.stdin.readline()
                """, endpoint.description)
        #expect(try pull.receive(within: timeLimit)?.frames.map(\.count) == [1000])
        try peer.say("go")
        #expect(peer.end() == 0)
    }
}
