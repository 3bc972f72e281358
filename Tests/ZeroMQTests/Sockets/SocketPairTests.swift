import Testing

@testable import ZeroMQ

/// Tests of every compatible pair of socket types, Swift on both sides, over every transport.
struct SocketPairTests {
    private let folder: TemporaryFolder
    private let context: Context

    init() throws {
        folder = try TemporaryFolder()
        context = try Context()
    }

    private func join<A, B>(_ transport: TestTransport, _ bound: Socket<A>, _ connected: Socket<B>) throws {
        try connected.connect(bound.bind(transport.endpoint(in: folder)))
    }

    @Test("PUSH to PULL: all messages arrive in order", arguments: TestTransport.all)
    func pipeline(transport: TestTransport) throws {
        let push = try PushSocket(context), pull = try PullSocket(context)
        try join(transport, pull, push)
        for number in 0..<500 { #expect(try push.send([bytes("\(number)"), []], within: timeLimit) == .sent) }
        for number in 0..<500 { #expect(try pull.receive(within: timeLimit)?.texts == ["\(number)", ""]) }
        #expect(try pull.receive() == nil)
    }

    @Test("PUB to SUB: only messages that match the prefix arrive", arguments: TestTransport.all)
    func publishing(transport: TestTransport) throws {
        let pub = try PubSocket(context), sub = try SubSocket(context)
        try sub.subscribe(to: "a.")
        try join(transport, pub, sub)
        // A PUB drops all messages until it has read the subscription.
        let arrived = try eventually {
            try pub.refreshEvents()
            _ = try pub.send("b.other", "no")
            _ = try pub.send("a.first", "yes")
            return try sub.receive(within: .milliseconds(20))?.texts == ["a.first", "yes"]
        }
        #expect(arrived)
        try sub.unsubscribe(from: "a.")
        try sub.subscribe(to: bytes("c"))
        let changed = try eventually {
            try pub.refreshEvents()
            _ = try pub.send("c", "yes")
            return try sub.receive(within: .milliseconds(20))?.texts == ["c", "yes"]
        }
        #expect(changed)
    }

    @Test("XPUB to XSUB: the subscription arrives as an event, then the message", arguments: TestTransport.all)
    func extendedPublishing(transport: TestTransport) throws {
        let xpub = try XPubSocket(context), xsub = try XSubSocket(context)
        try join(transport, xpub, xsub)
        try xsub.subscribe(to: "t")
        #expect(try xpub.wait(for: .readable, within: timeLimit))
        let turn = try xpub.receiveSubscriptions()
        #expect(turn.events == [.subscribed(prefix: bytes("t"))])
        #expect(try xpub.send(bytes("topic"), bytes("payload")) == .sent)
        #expect(try xsub.receive(within: timeLimit)?.texts == ["topic", "payload"])
        try xsub.unsubscribe(from: "t")
        #expect(try xpub.wait(for: .readable, within: timeLimit))
        #expect(try xpub.receiveSubscriptions().events == [.unsubscribed(prefix: bytes("t"))])
    }

    @Test("REQ to REP and back, strictly alternating", arguments: TestTransport.all)
    func requests(transport: TestTransport) throws {
        let req = try ReqSocket(context), rep = try RepSocket(context)
        try join(transport, rep, req)
        #expect(try req.send([bytes("question")], within: timeLimit) == .sent)
        #expect(throws: ZeroMQError.self) { try req.send("out of turn") }
        #expect(try rep.receive(within: timeLimit)?.texts == ["question"])
        #expect(try rep.send("answer") == .sent)
        #expect(try req.receive(within: timeLimit)?.texts == ["answer"])
    }

    @Test("ROUTER replies to REQ, counting REQ and DEALER by their different envelopes", arguments: TestTransport.all)
    func envelopes(transport: TestTransport) throws {
        let router = try RouterSocket(context)
        let endpoint = try router.bind(transport.endpoint(in: folder))
        let req = try ReqSocket(context), counting = try ReqSocket(context), dealer = try DealerSocket(context)
        try counting.allowNewRequestWithoutReply()
        try req.connect(endpoint)
        try counting.connect(endpoint)
        try dealer.connect(endpoint)
        #expect(try req.send([bytes("req")], within: timeLimit) == .sent)
        #expect(try counting.send([bytes("counting")], within: timeLimit) == .sent)
        #expect(try dealer.send([bytes("dealer")], within: timeLimit) == .sent)

        var envelopeFrames: [String: Int] = [:]
        for _ in 0..<3 {
            let (envelope, body) = try #require(try router.receive(within: timeLimit)?.request())
            let text = String(decoding: body, as: UTF8.self)
            envelopeFrames[text] = envelope.frames.count
            #expect(try router.reply(to: envelope, bytes("to " + text)) == .sent)
        }
        #expect(envelopeFrames == ["req": 2, "counting": 3, "dealer": 1])
        #expect(try req.receive(within: timeLimit)?.texts == ["to req"])
        #expect(try counting.receive(within: timeLimit)?.texts == ["to counting"])
        #expect(try dealer.receive(within: timeLimit)?.texts == ["to dealer"])
    }

    @Test("PAIR to PAIR in both directions", arguments: TestTransport.all)
    func pairs(transport: TestTransport) throws {
        let left = try PairSocket(context), right = try PairSocket(context)
        try join(transport, left, right)
        #expect(try right.send([bytes("there")], within: timeLimit) == .sent)
        #expect(try left.receive(within: timeLimit)?.texts == ["there"])
        #expect(try left.send("and", "back") == .sent)
        #expect(try right.receive(within: timeLimit)?.texts == ["and", "back"])
    }

    @Test("binding to any free port returns the actual port")
    func boundPort() throws {
        let pull = try PullSocket(context)
        let endpoint = try pull.bind(anyPort())
        #expect(endpoint.port != nil)
        #expect(endpoint.isLoopback)
    }

    @Test("IPv6 without the option is an error that names the option")
    func ipv6() throws {
        let endpoint = try Endpoint("tcp://[::1]:*")
        let refused = try PullSocket(context)
        let error = #expect(throws: ZeroMQError.self) { try refused.bind(endpoint) }
        #expect(error?.remedy.contains("ipv6") == true)
    }

    @Test("connecting to * or without a port is refused")
    func connectNowhere() throws {
        let push = try PushSocket(context)
        #expect(throws: ZeroMQError.self) { try push.connect(anyPort()) }
        #expect(throws: ZeroMQError.self) { try push.connect(Endpoint("tcp://*:5560")) }
    }

    @Test("a call on a closed socket fails with closed")
    func closed() throws {
        let pull = try PullSocket(context)
        pull.close()
        pull.close()
        let error = #expect(throws: ZeroMQError.self) { try pull.receive() }
        #expect(error?.code == .closed)
        #expect(!pull.isOpen)
    }
}
