import Testing
import Threading

@testable import ZeroMQ

@Suite(.timeLimit(.minutes(2)))
struct SocketThreadTests {
    private let context: Context
    private let thread: SocketThread

    init() throws {
        context = try Context()
        thread = try SocketThread(name: "test-sockets")
    }

    private func end() async {
        await thread.stop()
        await context.terminate()
    }

    @Test("the actor receives all messages in order; shutdown closes the socket and frees the context")
    func receives() async throws {
        let collector = Collector(on: thread)
        let endpoint = try await collector.bind(context, to: anyPort())
        let push = try PushSocket(context)
        try push.connect(endpoint)
        for number in 0..<2000 { #expect(try push.send([bytes("\(number)")], within: timeLimit) == .sent) }
        await collector.wait { $0.messages.count == 2000 }
        #expect(await collector.messages.map { $0.texts[0] } == (0..<2000).map { "\($0)" })
        push.close()
        await end()
        #expect(await collector.hasEnded)
        #expect(await !collector.isOpen)
    }

    @Test("a paused socket is not read and loses no message; after resuming it continues")
    func pauses() async throws {
        let collector = Collector(on: thread)
        let endpoint = try await collector.bind(context, to: anyPort())
        await collector.pause()
        let push = try PushSocket(context)
        try push.connect(endpoint)
        for number in 0..<100 { #expect(try push.send([bytes("\(number)")], within: timeLimit) == .sent) }
        // A second socket of the same thread proves that the loop continued.
        let other = Collector(on: thread)
        let otherPush = try PushSocket(context)
        try otherPush.connect(try await other.bind(context, to: anyPort()))
        #expect(try otherPush.send([bytes("other")], within: timeLimit) == .sent)
        await other.wait { !$0.messages.isEmpty }
        #expect(await collector.messages.isEmpty)
        await collector.resume()
        await collector.wait { $0.messages.count == 100 }
        push.close()
        otherPush.close()
        await end()
    }

    @Test("a paused SUB still sends its subscription to a publisher that starts later")
    func pausedWorks() async throws {
        let subscriber = PausedSubscriber(on: thread)
        let endpoint = try await subscriber.bind(context)
        let xpub = try XPubSocket(context)
        try xpub.connect(endpoint)
        #expect(try xpub.wait(for: .readable, within: timeLimit))
        #expect(try xpub.receiveSubscriptions().events == [.subscribed(prefix: bytes("p"))])
        xpub.close()
        await end()
    }

    @Test("only the thread is isolated, and all its actors share the isolation")
    func isolation() async throws {
        #expect(thread.isIsolatingCurrentContext() == false)
        let first = Collector(on: thread), second = Collector(on: thread)
        let shared = await first.shares(thread, with: second)
        #expect(shared)
        await end()
    }

    @Test("checkIsolated traps off the thread")
    func checkIsolated() async {
        await #expect(processExitsWith: .failure) {
            let thread = try SocketThread(name: "test-sockets")
            thread.checkIsolated()
        }
    }

    @Test("scheduled calls run in the order of their deadlines, and cancelled calls do not run")
    func timers() async throws {
        let clock = Clock(on: thread)
        #expect(await clock.run() == [1, 2, 3])
        await end()
    }

    @Test("a descriptor in the poll set calls its actor")
    func descriptors() async throws {
        let wakeUp = try WakeUp()
        let clock = Clock(on: thread)
        try await clock.watch(wakeUp.descriptor)
        wakeUp.signal()
        await clock.rang()
        await end()
    }

    @Test("a shutdown of the context closes the sockets, notifies their owners and frees the context; jobs still run")
    func contextShutDown() async throws {
        let collector = Collector(on: thread)
        _ = try await collector.bind(context, to: anyPort())
        context.shutdown()
        await collector.wait { $0.hasEnded }
        #expect(await !collector.isOpen)
        await context.terminate()
        await thread.stop()
        // After shutdown, a call is an error; it neither hangs nor traps.
        let error = await #expect(throws: ZeroMQError.self) { try await collector.bind(context, to: anyPort()) }
        #expect(error?.code == .terminated)
    }

    @Test("after the thread has stopped, jobs of its actors still run, and registration is refused")
    func afterStop() async throws {
        let collector = Collector(on: thread)
        await thread.stop()
        await thread.stop()
        for _ in 0..<100 { #expect(await collector.messages.isEmpty) }
        let error = await #expect(throws: ZeroMQError.self) { try await collector.bind(context, to: anyPort()) }
        #expect(error?.code == .terminated)
        await context.terminate()
    }

    @Test("a job can stop its own thread")
    func stopsItself() async throws {
        let collector = Collector(on: thread)
        _ = try await collector.bind(context, to: anyPort())
        await collector.stopItsThread()
        #expect(await !collector.isOpen)
        await context.terminate()
    }

    @Test("a busy socket does not starve an idle one")
    func fairness() async throws {
        let busy = Collector(on: thread), quiet = Collector(on: thread)
        let options = SocketOptions.with { $0.receiveHighWater = 0 }
        let flood = try PushSocket(context, options: .with { $0.sendHighWater = 0 })
        let single = try PushSocket(context)
        try flood.connect(try await busy.bind(context, to: .inproc("busy"), options: options))
        try single.connect(try await quiet.bind(context, to: .inproc("quiet")))
        await quiet.watch(busy)
        await busy.pause()
        await quiet.pause()
        for number in 0..<20_000 { #expect(try flood.send("\(number)") == .sent) }
        #expect(try single.send("quiet") == .sent)
        await busy.resumeTogether(with: quiet)
        await quiet.wait { !$0.messages.isEmpty }
        let before = try #require(await quiet.othersCount)
        #expect(before <= ZeroMQLimits.batchMessagesMax)
        await busy.wait { $0.messages.count == 20_000 }
        flood.close()
        single.close()
        await end()
    }

    @Test("the monitor reports acceptance, handshake and disconnection")
    func monitors() async throws {
        let collector = Collector(on: thread)
        let endpoint = try await collector.bind(context, to: anyPort())
        let push = try PushSocket(context)
        try push.connect(endpoint)
        await collector.wait { $0.events.contains { $0.kind == .handshakeSucceeded } }
        push.close()
        await collector.wait { $0.events.contains { $0.kind == .disconnected } }
        let events = await collector.events
        #expect(events.map(\.kind) == [.accepted, .handshakeSucceeded, .disconnected])
        #expect(events.allSatisfy { $0.endpoint == endpoint.description })
        await end()
    }

    @Test("a monitored socket can be closed while peers connect and disconnect, and the context ends")
    func monitorsClose() async throws {
        let collector = Collector(on: thread)
        let endpoint = try await collector.bind(context, to: anyPort())
        let pushes = try (0..<20).map { _ in try PushSocket(context) }
        for push in pushes { try push.connect(endpoint) }
        await collector.wait { !$0.events.isEmpty }
        await collector.close()
        for push in pushes { push.close() }
        await end()
    }
}

extension Collector {
    func shares(_ thread: SocketThread, with other: Collector) -> Bool {
        other.assumeIsolated { _ in thread.isIsolatingCurrentContext() == true }
    }
    func stopItsThread() async { await executorThread.stop() }
}

private actor PausedSubscriber {
    private let thread: SocketThread
    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }
    private var socket: SubSocket?
    init(on thread: SocketThread) { self.thread = thread }

    func bind(_ context: Context) throws -> Endpoint {
        let socket = try SubSocket(context)
        try socket.subscribe(to: "p")
        let endpoint = try socket.bind(anyPort())
        try thread.register(socket, for: self).pause()
        self.socket = socket
        return endpoint
    }
}

private actor Clock {
    private let thread: SocketThread
    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }
    private var numbers: [Int] = []
    private var waiter: CheckedContinuation<Void, Never>?
    private var hasRung = false
    init(on thread: SocketThread) { self.thread = thread }

    func run() async -> [Int] {
        await withCheckedContinuation { continuation in
            waiter = continuation
            _ = try? thread.after(.milliseconds(30), for: self) { $0.add(3) }
            let cancelled = try? thread.after(.milliseconds(5), for: self) { $0.add(99) }
            _ = try? thread.after(.milliseconds(20), for: self) { $0.add(2) }
            _ = try? thread.after(.zero, for: self) { $0.add(1) }
            cancelled?.cancel()
        }
        return numbers
    }

    private func add(_ number: Int) {
        numbers.append(number)
        if numbers.count == 3 { waiter?.resume() }
    }

    func watch(_ descriptor: Int32) throws {
        watched = try thread.register(descriptor: descriptor, for: self) { $0.ring() }
    }
    private var watched: Registration?

    private func ring() {
        watched?.cancel()
        hasRung = true
        waiter?.resume()
    }

    func rang() async {
        if !hasRung { await withCheckedContinuation { waiter = $0 } }
    }
}
