import Testing

@testable import ZeroMQ

@Suite(.timeLimit(.minutes(2)))
struct ClientTests {
    private let context: Context
    private let thread: SocketThread

    init() throws {
        context = try Context()
        thread = try SocketThread(name: "test-clients")
    }

    private func end() async {
        await thread.stop()
        await context.terminate()
    }

    @Test("concurrent requests receive their own replies, even if the server replies in reverse order")
    func requests() async throws {
        let responder = Responder(on: thread)
        let requester = Requester(context, on: thread, to: try await responder.bind(context))
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<50 {
                group.addTask {
                    let answer = try await requester.request([bytes("\(number)")], timeout: timeLimit)
                    return answer.texts == ["answer to \(number)"]
                }
            }
            var requests: [(envelope: RoutingEnvelope, body: [UInt8])] = []
            while requests.count < 50 {
                requests.append(try #require(await responder.next().request()))
            }
            for (envelope, body) in requests.reversed() {
                #expect(try await responder.send(envelope.frames + [bytes("answer to ") + body]) == .sent)
            }
            for try await matches in group { #expect(matches) }
        }
        await end()
    }

    @Test("a Python REP replies to a requester")
    func foreignRep() async throws {
        let peer = try ForeignPeer(
            """
            import zmq
            context = zmq.Context()
            s = context.socket(zmq.REP)
            s.bind('tcp://127.0.0.1:*')
            print(s.last_endpoint.rstrip(b'\\0').decode())
            s.send(b'answer to ' + s.recv())
            context.destroy(linger=20000)
            """)
        let requester = Requester(context, on: thread, to: try Endpoint(try #require(peer.line())))
        #expect(try await requester.request([bytes("Python")], timeout: timeLimit).texts == ["answer to Python"])
        #expect(peer.end() == 0)
        await end()
    }

    @Test("without a server, a request times out with an error that names the endpoint")
    func timeOut() async throws {
        let requester = Requester(context, on: thread, to: try Endpoint("tcp://127.0.0.1:9"))
        let error = await #expect(throws: ZeroMQError.self) {
            try await requester.request([bytes("?")], timeout: .milliseconds(20))
        }
        #expect(error?.code == .timedOut)
        #expect(error?.description.contains("tcp://127.0.0.1:9") == true)
        await end()
    }

    @Test("requests beyond the maximum are refused at once")
    func tooMany() async throws {
        let requester = Requester(context, on: thread, to: try Endpoint("tcp://127.0.0.1:9"), pendingMax: 0)
        let error = await #expect(throws: ZeroMQError.self) {
            try await requester.request([bytes("?")], timeout: timeLimit)
        }
        #expect(error?.code == .queueFull)
        await end()
    }

    @Test("a cancelled request ends at once, and closing or stopping ends pending requests")
    func endings() async throws {
        let responder = Responder(on: thread)
        let requester = Requester(context, on: thread, to: try await responder.bind(context))
        let cancelled = Task { try await requester.request([bytes("?")], timeout: .seconds(600)) }
        _ = await responder.next()
        cancelled.cancel()
        await #expect(throws: CancellationError.self) { try await cancelled.value }

        let stopped = Task { try await requester.request([bytes("?")], timeout: .seconds(600)) }
        _ = await responder.next()
        await end()
        let error = await #expect(throws: ZeroMQError.self) { try await stopped.value }
        #expect(error?.code == .closed)
    }

    @Test("replies that match no request are counted")
    func strays() async throws {
        let responder = Responder(on: thread)
        let requester = Requester(context, on: thread, to: try await responder.bind(context))
        let request = Task { try await requester.request([bytes("?")], timeout: timeLimit) }
        let (envelope, _) = try #require(await responder.next().request())
        #expect(try await responder.send([envelope.identity, bytes("no number"), [], bytes("x")]) == .sent)
        #expect(try await responder.send([envelope.identity, bytes("short")]) == .sent)
        #expect(try await responder.send(envelope.frames + [bytes("right")]) == .sent)
        #expect(try await request.value.texts == ["right"])
        #expect(await requester.strayReplies == 2)
        await end()
    }

    @Test("a slow subscriber receives all messages in order through its bounded buffer")
    func subscriber() async throws {
        let xpub = try XPubSocket(context, options: .with { $0.sendHighWater = 0 })
        let subscriber = Subscriber(
            context, on: thread, to: [try xpub.bind(anyPort())], prefixes: ["t"],
            options: .with { $0.receiveHighWater = 0 }, bufferMax: 10)
        try await subscriber.start()
        #expect(try xpub.wait(for: .readable, within: timeLimit))
        #expect(try xpub.receiveSubscriptions().events.count == 1)
        for number in 0..<5000 { #expect(try xpub.send("t", "\(number)") == .sent) }
        var expected = 0
        for await message in subscriber {
            #expect(message.texts == ["t", "\(expected)"])
            expected += 1
            if expected == 5000 { break }
        }
        #expect(expected == 5000)
        xpub.close()
        await end()
        #expect(await subscriber.next() == nil)
    }

    @Test("cancelling and closing end the wait for a message")
    func subscriberEnds() async throws {
        let subscriber = Subscriber(context, on: thread, to: [try Endpoint("tcp://127.0.0.1:9")])
        try await subscriber.start()
        let cancelled = Task { await subscriber.next() }
        cancelled.cancel()
        #expect(await cancelled.value == nil)
        async let closed = subscriber.next()
        await subscriber.close()
        #expect(await closed == nil)
        await end()
    }
}
