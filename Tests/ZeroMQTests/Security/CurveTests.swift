import Testing

@testable import ZeroMQ

@Suite(.timeLimit(.minutes(2)))
struct CurveTests {
    private let context: Context
    private let server: CurveKeyPair
    private let client: CurveKeyPair

    init() throws {
        context = try Context()
        server = try .generate()
        client = try .generate()
    }

    private func serverOptions() -> SocketOptions {
        .with {
            $0.security = .curveServer(secretKey: server.secretKey, zapDomain: "test")
            $0.linger = .zero
        }
    }

    private func clientOptions() -> SocketOptions {
        .with {
            $0.security = .curveClient(serverKey: server.publicKey, keys: client)
            $0.linger = .zero
        }
    }

    @Test("without a ZAP handler no peer can connect, with or without a key")
    func failsClosed() async throws {
        let thread = try SocketThread(name: "test-curve")
        let collector = Collector(on: thread)
        let endpoint = try await collector.bind(context, to: anyPort(), options: serverOptions())
        let known = try PushSocket(context, options: clientOptions())
        try known.connect(endpoint)
        #expect(try known.send([bytes("let me in")], within: timeLimit) == .sent)
        await collector.wait { $0.events.contains { $0.kind == .handshakeFailedNoDetail } }
        let plain = try PushSocket(context, options: .with { $0.linger = .zero })
        try plain.connect(endpoint)
        #expect(try plain.send([bytes("in clear")], within: timeLimit) == .sent)
        await collector.wait { $0.events.contains { $0.kind == .handshakeFailedProtocol } }
        #expect(await collector.messages.isEmpty)
        known.close()
        plain.close()
        await thread.stop()
        await context.terminate()
    }

    @Test("a thread ends amid failing handshakes, although the monitor was registered before the socket")
    func endsAmidEvents() async throws {
        for _ in 0..<20 {
            let thread = try SocketThread(name: "test-curve")
            let collector = Collector(on: thread)
            let endpoint = try await collector.bind(context, to: anyPort(), options: serverOptions())
            let peers = try (0..<40).map { _ in try PushSocket(context, options: .with { $0.linger = .zero }) }
            for peer in peers { try peer.connect(endpoint) }
            await collector.wait { $0.events.contains { $0.kind == .handshakeFailedProtocol } }
            await thread.stop()
            for peer in peers { peer.close() }
        }
        await context.terminate()
    }

    @Test("a ZAP handler admits its key under the name that it assigns, not the peer's own")
    func userID() throws {
        let handler = try RepSocket(context, options: .with { $0.linger = .zero })
        try handler.bind(.inproc("zeromq.zap.01"))
        let pull = try PullSocket(context, options: serverOptions())
        let push = try PushSocket(context, options: clientOptions())
        try push.connect(pull.bind(anyPort()))
        #expect(try push.send([bytes("hello")], within: timeLimit) == .sent)

        // ZAP 1.0: version, request id, domain, address, identity, mechanism, key.
        let request = try #require(try handler.receive(within: timeLimit)).frames
        #expect(request[0] == bytes("1.0"))
        #expect(request[2] == bytes("test"))
        #expect(request[5] == bytes("CURVE"))
        #expect(try CurveKey(bytes: request[6]) == client.publicKey)
        let answer = [bytes("1.0"), request[1], bytes("200"), bytes("OK"), bytes("alice"), []]
        #expect(try handler.send(answer) == .sent)

        let batch = MessageBatch()
        #expect(try pull.wait(for: .readable, within: timeLimit))
        #expect(try pull.receive(into: batch) == 1)
        #expect(batch.withMessage(0) { $0.property(.userID) } == "alice")
        push.close()
        pull.close()
        handler.close()
    }

    @Test("an empty domain is refused, because libzmq would accept every peer")
    func emptyDomain() throws {
        let options = SocketOptions.with {
            $0.security = .curveServer(secretKey: server.secretKey, zapDomain: "")
        }
        let error = #expect(throws: ZeroMQError.self) { try PullSocket(context, options: options) }
        #expect(error?.code == .invalidOption)
    }

    @Test("keys survive a round trip through Z85, and a description never contains them")
    func keys() throws {
        let text = "rq:rM>}U?@Lns47E1%kR.o@n%FcmmsL/@{H8]yf7"  // ZeroMQ's manual, zmq_curve
        let key = try CurveKey(z85: text)
        #expect(key.z85 == text)
        #expect(try CurveKey(bytes: key.bytes) == key)
        #expect(!"\(key)".contains("rq:rM"))
        #expect(try CurveKey(z85: server.publicKey.z85) == server.publicKey)
        for wrong in ["", String(text.dropLast()), text + "x", String(repeating: "\"", count: 40)] {
            let error = #expect(throws: ZeroMQError.self) { try CurveKey(z85: wrong) }
            #expect(error?.code == .invalidKey)
        }
        #expect(throws: ZeroMQError.self) { try CurveKey(bytes: [1, 2, 3]) }
    }
}
