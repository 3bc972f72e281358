import Testing

@testable import ZeroMQ

struct SendingTests {
    private let context: Context
    init() throws { context = try Context() }

    @Test("without a peer a PUSH is full, and sending with a time limit ends in time")
    func noPeer() throws {
        let push = try PushSocket(context, options: .with { $0.linger = .zero })
        try push.bind(anyPort())
        #expect(try push.send("nobody") == .full)
        #expect(try push.send([bytes("nobody")], within: .milliseconds(1)) == .full)
    }

    @Test("the queue of a peer that does not read fills to the high-water marks, and no accepted message is lost")
    func fullQueue() throws {
        let small = SocketOptions.with {
            $0.sendHighWater = 10
            $0.receiveHighWater = 10
        }
        let push = try PushSocket(context, options: small), pull = try PullSocket(context, options: small)
        try push.connect(pull.bind(.inproc("full")))
        var sent = 0
        while try push.send(bytes("\(sent)"), bytes("second frame")) == .sent { sent += 1 }
        #expect(sent == 20)  // inproc has one queue of both marks
        for number in 0..<sent { #expect(try pull.receive()?.texts == ["\(number)", "second frame"]) }
        #expect(try pull.receive() == nil)
    }

    @Test("ROUTER: an unknown peer is unreachable, and no frame of the refused message remains")
    func unreachable() throws {
        let router = try RouterSocket(context), dealer = try DealerSocket(context)
        try dealer.connect(router.bind(anyPort()))
        #expect(try dealer.send([bytes("hello")], within: timeLimit) == .sent)
        let identity = try #require(try router.receive(within: timeLimit)?.frames.first)

        #expect(try router.send([bytes("stranger"), bytes("one"), bytes("two")]) == .unreachable)
        #expect(try router.send([identity, bytes("answer")]) == .sent)
        #expect(try dealer.receive(within: timeLimit)?.texts == ["answer"])
    }

    @Test("ROUTER: the full queue of one peer does not affect another")
    func fullPeer() throws {
        let small = SocketOptions.with {
            $0.sendHighWater = 5
            $0.receiveHighWater = 5
        }
        let router = try RouterSocket(context, options: small)
        let endpoint = try router.bind(.inproc("router"))
        let slow = try DealerSocket(context, options: small), other = try DealerSocket(context, options: small)
        try slow.connect(endpoint)
        try other.connect(endpoint)
        #expect(try slow.send("slow") == .sent)
        #expect(try other.send("other") == .sent)
        var identities: [String: [UInt8]] = [:]
        for _ in 0..<2 {
            let message = try #require(try router.receive(within: timeLimit))
            identities[message.texts[1]] = message.frames[0]
        }
        let slowIdentity = try #require(identities["slow"]), otherIdentity = try #require(identities["other"])
        var sent = 0
        while try router.send([slowIdentity, bytes("x"), bytes("y")]) == .sent { sent += 1 }
        #expect(sent == 10)
        #expect(try router.send([slowIdentity, bytes("x")]) == .full)
        #expect(try router.send([otherIdentity, bytes("z")]) == .sent)
        #expect(try other.receive(within: timeLimit)?.texts == ["z"])
        for _ in 0..<sent { #expect(try slow.receive(within: timeLimit)?.texts == ["x", "y"]) }
    }

    @Test("ROUTER: a disconnected peer is unreachable")
    func departed() throws {
        let router = try RouterSocket(context), dealer = try DealerSocket(context)
        try dealer.connect(router.bind(anyPort()))
        #expect(try dealer.send([bytes("hello")], within: timeLimit) == .sent)
        let identity = try #require(try router.receive(within: timeLimit)?.frames.first)
        dealer.close()
        let gone = try eventually {
            // Waiting for a message makes libzmq process the disconnection; mere sending would fill the queue.
            _ = try router.receive(within: .milliseconds(20))
            return try router.send([identity, bytes("late")]) == .unreachable
        }
        #expect(gone)
    }

    @Test("a frame built in place is sent without a copy")
    func framesInPlace() throws {
        let push = try PushSocket(context), pull = try PullSocket(context)
        try push.connect(pull.bind(.inproc("frames")))
        let frame = try Frame(byteCount: 100_000) { memory in
            for index in memory.indices { memory[index] = UInt8(truncatingIfNeeded: index) }
        }
        #expect(frame.byteCount == 100_000)
        #expect(try push.send(header: [bytes("head")], frame) == .sent)
        let message = try #require(try pull.receive(within: timeLimit))
        #expect(message.frames[0] == bytes("head"))
        #expect(message.frames[1] == (0..<100_000).map { UInt8(truncatingIfNeeded: $0) })
    }

    @Test("a frame larger than the memory is an error, not a crash")
    func hugeFrame() {
        let error = #expect(throws: ZeroMQError.self) { _ = try Frame(byteCount: Int.max / 2) { _ in }.byteCount }
        #expect(error?.code == .outOfMemory)
    }

    @Test("a reader that keeps pace loses no message of bursts of half the high-water mark")
    func bursts() throws {
        let pub = try XPubSocket(context),
            sub = try SubSocket(context, options: .with { $0.receiveHighWater = 100_000 })
        try sub.subscribe(to: "")
        try sub.connect(pub.bind(anyPort()))
        #expect(try pub.wait(for: .readable, within: timeLimit))
        #expect(try pub.receiveSubscriptions().events.count == 1)
        #expect(pub.burstMax == 500)
        let batch = MessageBatch()
        for burst in 0..<50 {
            try pub.refreshEvents()
            for _ in 0..<pub.burstMax { #expect(try pub.send(bytes("t"), bytes("p")) == .sent) }
            var arrived = 0
            while arrived < pub.burstMax, try sub.wait(for: .readable, within: .seconds(5)) {
                arrived += try sub.receive(into: batch)
            }
            try #require(arrived == pub.burstMax, "burst \(burst)")
        }
    }
}
