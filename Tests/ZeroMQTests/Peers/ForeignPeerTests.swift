import Testing

@testable import ZeroMQ

/// Tests against Python's binding in a separate process, over tcp and ipc.
@Suite(.timeLimit(.minutes(2)))
struct ForeignPeerTests {
    private let context: Context
    private let folder: TemporaryFolder
    static let transports = TestTransport.all.filter { $0.transport != .inproc }

    init() throws {
        context = try Context()
        folder = try TemporaryFolder()
    }

    private static func script(_ body: String) -> String {
        """
        import sys, zmq
        context = zmq.Context()
        def socket(kind):
            s = context.socket(kind)
            s.linger = 20000
            s.rcvtimeo = 20000
            return s
        """ + "\n" + body + "\ncontext.destroy(linger=20000)  # Python would exit before all is sent"
    }

    @Test("a Swift PULL receives every frame of a Python PUSH", arguments: transports)
    func pull(transport: TestTransport) throws {
        let pull = try PullSocket(context)
        let endpoint = try pull.bind(transport.endpoint(in: folder))
        let peer = try ForeignPeer(
            Self.script(
                """
                s = socket(zmq.PUSH)
                s.connect(sys.argv[1])
                for n in range(100): s.send_multipart([b'%d' % n, b'', bytes(range(256)) * n])
                """), endpoint.description)
        for number in 0..<100 {
            let message = try #require(try pull.receive(within: timeLimit))
            #expect(message.frames.count == 3)
            #expect(message.frames[0] == bytes("\(number)"))
            #expect(message.frames[1].isEmpty)
            #expect(message.frames[2].count == 256 * number)
        }
        #expect(peer.end() == 0)
    }

    @Test("a Python SUB receives the messages of a Swift XPUB, which receives its subscription", arguments: transports)
    func xpub(transport: TestTransport) throws {
        let xpub = try XPubSocket(context)
        let endpoint = try xpub.bind(transport.endpoint(in: folder))
        let peer = try ForeignPeer(
            Self.script(
                """
                s = socket(zmq.SUB)
                s.subscribe(b't.')
                s.connect(sys.argv[1])
                print(b'|'.join(s.recv_multipart()).decode())
                """), endpoint.description)
        #expect(try xpub.wait(for: .readable, within: timeLimit))
        #expect(try xpub.receiveSubscriptions().events == [.subscribed(prefix: bytes("t."))])
        #expect(try xpub.send("u.no", "no") == .sent)
        #expect(try xpub.send("t.yes", "payload") == .sent)
        #expect(peer.line() == "t.yes|payload")
        #expect(peer.end() == 0)
        let gone = try eventually {
            try xpub.receiveSubscriptions().events == [.unsubscribed(prefix: bytes("t."))]
        }
        #expect(gone)
    }

    @Test("a Swift SUB receives the messages of a Python PUB", arguments: transports)
    func sub(transport: TestTransport) throws {
        let sub = try SubSocket(context)
        try sub.subscribe(to: "")
        let endpoint = try sub.bind(transport.endpoint(in: folder))
        let peer = try ForeignPeer(
            Self.script(
                """
                s = socket(zmq.XPUB)
                s.connect(sys.argv[1])
                assert s.recv() == b'\\x01'
                s.send_multipart([b'topic', b'payload'])
                """), endpoint.description)
        #expect(try sub.receive(within: timeLimit)?.texts == ["topic", "payload"])
        #expect(peer.end() == 0)
    }

    @Test("a Swift ROUTER replies to Python's REQ and DEALER, and truncates 1,000 frames", arguments: transports)
    func router(transport: TestTransport) throws {
        let router = try RouterSocket(context)
        let endpoint = try router.bind(transport.endpoint(in: folder))
        let peer = try ForeignPeer(
            Self.script(
                """
                for kind in (zmq.REQ, zmq.DEALER):
                    s = socket(kind)
                    s.connect(sys.argv[1])
                    s.send(b'hello')
                    print(b'|'.join(s.recv_multipart()).decode())
                s.send_multipart([b'x'] * 1000)
                sys.stdin.readline()
                """), endpoint.description)
        for _ in 0..<2 {
            let (envelope, body) = try #require(try router.receive(within: timeLimit)?.request())
            #expect(body == bytes("hello"))
            #expect(try router.reply(to: envelope, bytes("world")) == .sent)
            #expect(peer.line() == "world")
        }
        let long = try #require(try router.receive(within: timeLimit))
        #expect(long.framesDropped == 1001 - ZeroMQLimits.framesKeptMax)
        #expect(long.request() == nil)
        try peer.say("go")
        #expect(peer.end() == 0)
    }

    @Test("a Python REP replies to a Swift REQ, and a Python PAIR to a Swift PAIR", arguments: transports)
    func rep(transport: TestTransport) throws {
        let req = try ReqSocket(context), pair = try PairSocket(context)
        let pairEndpoint = try pair.bind(transport.endpoint(in: folder))
        let other = try TemporaryFolder()
        let peer = try ForeignPeer(
            Self.script(
                """
                rep = socket(zmq.REP)
                rep.bind(sys.argv[2])
                print(rep.last_endpoint.rstrip(b'\\0').decode())
                rep.send(rep.recv() + b' answered')
                pair = socket(zmq.PAIR)
                pair.connect(sys.argv[1])
                pair.send(b'paired')
                pair.recv()
                """), pairEndpoint.description, try transport.endpoint(in: other).description)
        try req.connect(Endpoint(try #require(peer.line())))
        #expect(try req.send([bytes("question")], within: timeLimit) == .sent)
        #expect(try req.receive(within: timeLimit)?.texts == ["question answered"])
        #expect(try pair.receive(within: timeLimit)?.texts == ["paired"])
        #expect(try pair.send("thanks") == .sent)
        #expect(peer.end() == 0)
    }

    @Test("an ipc peer cannot forge its address; without CURVE it can forge its User-Id")
    func properties() throws {
        let pull = try PullSocket(context)
        let endpoint = try pull.bind(anyPort())
        let peer = try ForeignPeer(
            ForeignPeer.rawZMTP + "\n" + """
                s = connect('PUSH', {'User-Id': 'admin', 'Peer-Address': '9.9.9.9'})
                s.sendall(frame(b'hello'))
                sys.stdin.readline()
                """, endpoint.description)
        let batch = MessageBatch()
        #expect(try pull.wait(for: .readable, within: timeLimit))
        #expect(try pull.receive(into: batch) == 1)
        batch.withMessage(0) { message in
            #expect(message.property(.peerAddress) == "127.0.0.1")
            // Therefore a User-Id is trustworthy only with CURVE and an enforced domain.
            #expect(message.property(.userID) == "admin")
            #expect(message.property(PeerProperty("X-None")) == nil)
        }
        try peer.say("go")
        #expect(peer.end() == 0)
    }
}
