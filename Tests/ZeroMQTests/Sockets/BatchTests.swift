import Testing

@testable import ZeroMQ

struct BatchTests {
    private let push: PushSocket
    private let pull: PullSocket

    init() throws {
        let context = try Context()
        let endless = SocketOptions.with {
            $0.sendHighWater = 0
            $0.receiveHighWater = 0
        }
        push = try PushSocket(context, options: endless)
        pull = try PullSocket(context, options: endless)
        try push.connect(pull.bind(.inproc("batch")))
    }

    @Test("a turn ends at its maximum of messages; the next continues there")
    func messages() throws {
        for number in 0..<600 { #expect(try push.send("\(number)") == .sent) }
        let batch = MessageBatch()
        var counts: [Int] = []
        var texts: [String] = []
        while try pull.receive(into: batch) > 0 {
            counts.append(batch.count)
            batch.forEach { texts.append(String(decoding: $0.bytes(0), as: UTF8.self)) }
        }
        #expect(counts == [256, 256, 88])
        #expect(texts == (0..<600).map { "\($0)" })
    }

    @Test("a turn ends with the message that reaches its maximum of bytes")
    func bytesMax() throws {
        for _ in 0..<5 { #expect(try push.send([UInt8](repeating: 7, count: 1000)) == .sent) }
        let batch = MessageBatch()
        #expect(try pull.receive(into: batch, bytesMax: 2500) == 3)
        #expect(batch.byteCount == 3000)
        #expect(try pull.receive(into: batch, bytesMax: 2500) == 2)
    }

    @Test("frames beyond the maximum are discarded and counted, and do not reach the next message")
    func cut() throws {
        #expect(try push.send((0..<20).map { [UInt8($0)] }) == .sent)
        #expect(try push.send("next") == .sent)
        let batch = MessageBatch(framesKeptMax: 3)
        #expect(try pull.receive(into: batch) == 2)
        batch.withMessage(0) { message in
            #expect(message.frameCount == 3)
            #expect(message.frameCountTotal == 20)
            #expect(message.copy() == Message([[0], [1], [2]], framesDropped: 17))
        }
        #expect(batch.withMessage(1) { $0.copy() } == Message("next"))
        #expect(pull.framesDropped == 17)
    }

    @Test("a message of very many frames is drained over several turns")
    func endless() throws {
        let frames = ZeroMQLimits.framesDrainedMax * 2 + 100
        #expect(try push.send([[UInt8]](repeating: [], count: frames)) == .sent)
        #expect(try push.send("next") == .sent)
        let batch = MessageBatch()
        #expect(try pull.receive(into: batch) == 1)
        let received = ZeroMQLimits.framesKeptMax + ZeroMQLimits.framesDrainedMax
        #expect(batch.withMessage(0) { $0.frameCountTotal } == received)
        #expect(try pull.receive(into: batch) == 0)  // the second turn only drains
        #expect(try pull.receive(into: batch) == 1)
        #expect(batch.withMessage(0) { $0.copy() } == Message("next"))
        #expect(pull.framesDropped == frames - ZeroMQLimits.framesKeptMax)
    }

    @Test("an empty message and empty frames arrive unchanged")
    func empty() throws {
        #expect(try push.send([UInt8]()) == .sent)
        #expect(try push.send([], []) == .sent)
        #expect(try pull.receive() == Message([[]]))
        #expect(try pull.receive() == Message([[], []]))
    }

    @Test("a frame moved out of a batch outlives it")
    func taken() throws {
        #expect(try push.send("first", "second") == .sent)
        let batch = MessageBatch()
        #expect(try pull.receive(into: batch) == 1)
        let frame = batch.moveFrame(1, of: 0)
        batch.removeAll()
        #expect(frame.bytes == bytes("second"))
        #expect(frame.withUnsafeBytes { $0.count } == 6)
    }
}
