import CadreContract
import CadrePlanning
import Testing
import ZeroMQ

@testable import CadreDaemon

@Suite("Control", .timeLimit(.minutes(2)))
struct ControlTests {
    let events = TestEvents()

    private func code(_ answer: ControlAnswer) -> Int? {
        if case .failure(let error) = answer.outcome { error.code.rawValue } else { nil }
    }

    private func request(_ method: String, _ params: String) -> [UInt8] {
        Array(#"{"jsonrpc":"2.0","id":1,"method":"\#(method)","params":{\#(params)}}"#.utf8)
    }

    @Test("an older revision gives the estimate published then, and asOf that of the events up to a time")
    func past() async throws {
        let daemon = try await TestDaemon()
        _ = try await daemon.submit(events.plan)
        var published: [Int: String] = [:]
        for number in 1...3 {
            _ = try await daemon.submit([events.pledge(number, time: "2025-01-0\(number + 6)T09:00:00Z")])
            let estimate = try await daemon.estimate("T-1", .force(.offered), at: .newest)
            published[estimate.revision] = estimate.figures
        }
        #expect(published.keys.sorted() == [6, 7, 8])
        #expect(Set(published.values).count == 3)
        for (revision, figures) in published {
            let past = try await daemon.estimate("T-1", .force(.offered), at: .revision(revision))
            #expect(past.figures == figures)
            #expect(past.revision == revision)
        }
        let time = Instant(seconds: try #require(Day(year: 2025, month: 1, day: 8)).number * 86_400 + 40_000)
        let asOf = try await daemon.estimate("T-1", .force(.offered), at: .time(time))
        #expect(asOf.revision == 7)
        #expect(asOf.figures == published[7])
        try await daemon.stop()
    }

    @Test("every estimate of an older revision is unchanged, in any order of requests")
    func wholePast() async throws {
        let daemon = try await TestDaemon()
        _ = try await daemon.submit(events.plan + [events.pledge(1)])
        let then = try await daemon.figures("T-1")
        _ = try await daemon.submit([events.pledge(2, quantity: 9)])
        #expect(try await daemon.figures("T-1") != then)
        for name in EstimateName.allCases + EstimateName.allCases.reversed() {
            let past = try await daemon.estimate("T-1", name, at: .revision(6))
            #expect(past.figures == then[name.text], "\(name.text)")
        }
        try await daemon.stop()
    }

    @Test("an invalid request is refused with its code")
    func refusals() async throws {
        let daemon = try await TestDaemon()
        _ = try await daemon.submit(events.plan)
        let cases: [([UInt8], Int)] = [
            (request("estimate.get", #""mission":"NONE","name":"summary""#), -32_002),
            (request("plan.get", #""mission":"NONE""#), -32_002),
            (request("estimate.get", #""mission":"T-1","name":"weather""#), -32_602),
            (request("estimate.get", #""mission":"T-1","name":"summary","revision":99"#), -32_602),
            (request("event.submit", #""events":[]"#), -32_602),
            (request("make.tea", ""), -32_601),
            (Array("{".utf8), -32_700), (Array("[]".utf8), -32_600), (Array(#"{"jsonrpc":"2.0"}"#.utf8), -32_600),
        ]
        for (bytes, expected) in cases { #expect(code(try await daemon.ask(bytes: bytes)) == expected) }
        try await daemon.stop()
    }

    @Test("current documents are returned with their events")
    func plan() async throws {
        let daemon = try await TestDaemon()
        _ = try await daemon.submit(events.plan)
        let all = try PlanGet.answer(reading: try await daemon.ask(.planGet(PlanGet(mission: ID("T-1")))))
        #expect(all.entities.map(\.key.kind) == [.mission, .site, .line, .course, .demand])
        let line = try PlanGet.answer(
            reading: try await daemon.ask(.planGet(PlanGet(mission: ID("T-1"), kind: .line, id: "L-1"))))
        let entity = try #require(line.entities.first)
        #expect(String(decoding: entity.document, as: UTF8.self).contains(#""posts":20"#))
        #expect(entity.sequence == 3)
        #expect(entity.stamp.id == "l-1")
        try await daemon.stop()
    }

    @Test("REQ and DEALER clients receive replies in their own framing; 17 frames are refused, 65 get no reply")
    func envelopes() async throws {
        let daemon = try await TestDaemon()
        let client = RawClient(daemon)
        try await client.start()
        let status = request("node.status", "")
        // The framing of REQ, of DEALER, with a number before the empty frame, and with the frames of proxies.
        #expect(try await client.exchange([[], status]).count == 2)
        #expect(try await client.exchange([status]).count == 1)
        let numbered = try await client.exchange([[0, 0, 0, 7], [], status])
        #expect(numbered.first == [0, 0, 0, 7])
        let hops: [[UInt8]] = (1...15).map { [$0] }
        #expect(try await client.exchange(hops + [status]).prefix(15) == hops[...])
        let tooLong = try await client.exchange(hops + [[]] + [status])
        #expect(tooLong.prefix(16) == (hops + [[]])[...])
        #expect(String(decoding: try #require(tooLong.last), as: UTF8.self).contains("-32600"))
        try await client.send(Array(repeating: [1], count: 64) + [status])
        // A notification from a DEALER is executed without a reply; one from a REQ is refused.
        try await client.send([Array(#"{"jsonrpc":"2.0","method":"node.status"}"#.utf8)])
        let refused = try await client.exchange([[], Array(#"{"jsonrpc":"2.0","method":"node.status"}"#.utf8)])
        #expect(String(decoding: try #require(refused.last), as: UTF8.self).contains("-32600"))
        let junk = try await daemon.answer(to: NodeStatus()).status.counters["control_junk"]
        #expect(junk == 2)
        try await daemon.stop()
    }

    @Test("requests beyond the limit are refused as busy, and the others are executed")
    func busy() async throws {
        let daemon = try await TestDaemon { $0.limits.requests = 1 }
        _ = try await daemon.submit(events.plan)
        let answers = try await withThrowingTaskGroup(of: ControlAnswer.self) { group in
            for _ in 0..<50 {
                group.addTask {
                    try await daemon.ask(
                        bytes: request("estimate.get", #""mission":"T-1","name":"summary","revision":5"#))
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let busy = answers.filter { code($0) == -32_003 }.count
        // The gauge falls when requests end, not when the next one comes.
        while daemon.daemon.meters.queues["requests"] != 0 { await Task.yield() }
        #expect(busy > 0)
        #expect(answers.count - busy == answers.filter { code($0) == nil }.count)
        #expect(answers.contains { code($0) == nil })
        // Permits are returned.
        #expect(code(try await daemon.ask(bytes: request("node.status", ""))) == nil)
        try await daemon.stop()
    }

    @Test("a batch of 1,000 events has one outcome per event, in order")
    func many() async throws {
        let daemon = try await TestDaemon()
        let pledges = (1...999).map { events.pledge($0) }
        let outcomes = try await daemon.submit([events.defined()] + pledges)
        #expect(outcomes == (1...1_000).map { .accepted(sequence: $0) })
        let page = try JournalRead.answer(
            reading: try await daemon.ask(.journalRead(JournalRead(after: 990, limit: 5))))
        #expect(page.events.map(\.sequence) == [991, 992, 993, 994, 995])
        #expect(page.next == 995)
        #expect(page.newest == 1_000)
        try await daemon.stop()
    }
}

/// A DEALER that sends any frames.
private actor RawClient {
    nonisolated let thread: SocketThread
    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }
    private let context: Context
    private let endpoint: String
    private var socket: DealerSocket?
    private var waiter: CheckedContinuation<[[UInt8]], Never>?

    init(_ daemon: TestDaemon) {
        thread = daemon.thread
        context = daemon.context
        endpoint = daemon.endpoints.control.first ?? ""
    }

    func start() throws {
        let socket = try DealerSocket(context)
        try socket.connect(try Endpoint(endpoint))
        try thread.register(socket, for: self, onReadable: { $0.read() })
        self.socket = socket
    }

    func send(_ frames: [[UInt8]]) throws {
        guard try socket?.send(frames) == .sent else { throw TestFailure("control takes nothing") }
    }

    func exchange(_ frames: [[UInt8]]) async throws -> [[UInt8]] {
        try send(frames)
        return await withCheckedContinuation { waiter = $0 }
    }

    private func read() {
        // More frames than a batch keeps by default.
        let batch = MessageBatch(messagesMax: 1, framesKeptMax: 64)
        guard let count = try? socket?.receive(into: batch, messagesMax: 1), count > 0 else { return }
        waiter?.resume(returning: batch.withMessage(0) { $0.copy() }.frames)
        waiter = nil
    }
}
