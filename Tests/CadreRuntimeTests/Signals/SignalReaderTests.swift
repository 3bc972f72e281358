import Glibc
import Logging
import ServiceLifecycle
import Testing

@testable import CadreRuntime

private let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

struct SignalReaderTests {
    @Test("SIGHUP reloads; SIGTERM ends the service after an announcement", .timeLimit(.minutes(1)))
    func signals() async throws {
        let (reloads, continuation) = AsyncStream.makeStream(of: Void.self)
        let diary = Diary()
        let reader = try SignalReader(
            stopWithin: .seconds(5), logger: silent, reload: { continuation.yield() },
            onStop: { diary.note("stopping") })
        let running = Task {
            try await reader.run()
            diary.note("returned")
        }
        var iterator = reloads.makeAsyncIterator()
        reader.deliver(SIGHUP)
        await iterator.next()
        reader.deliver(SIGHUP)
        await iterator.next()
        #expect(diary.all.isEmpty)
        reader.deliver(SIGTERM)
        try await running.value
        reader.end()
        #expect(diary.all == ["stopping", "returned"])
    }

    @Test("the same signal again ends the process at once, with the shell's status")
    func insistence() async {
        await #expect(processExitsWith: .exitCode(143)) {
            let (stops, continuation) = AsyncStream.makeStream(of: Void.self)
            let reader = try SignalReader(
                stopWithin: .seconds(5), logger: silent, reload: {}, onStop: { continuation.yield() })
            reader.deliver(SIGTERM)
            // Standard signals are not queued: the second is delivered only after the first was received.
            for await _ in stops { break }
            reader.deliver(SIGTERM)
            try await Task.sleep(for: .seconds(60))
        }
    }

    @Test("signals arrive in order while the main thread is blocked, and do not end the process")
    func realSignals() async {
        await #expect(processExitsWith: .exitCode(7)) {
            ProcessSignals.block()
            kill(getpid(), SIGHUP)  // before the reader exists, so that the signal is pending
            let (reloads, continuation) = AsyncStream.makeStream(of: Void.self)
            let reader = try SignalReader(
                stopWithin: .seconds(5), logger: silent, reload: { continuation.yield() }, onStop: {})
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                tasks.addTask { try await reader.run() }
                var iterator = reloads.makeAsyncIterator()
                await iterator.next()
                kill(getpid(), SIGHUP)
                await iterator.next()
                kill(getpid(), SIGPIPE)
                kill(getpid(), SIGTERM)
                try await tasks.waitForAll()
            }
            exit(7)
        }
    }

    @Test("after the release, a signal ends the process by default")
    func released() async {
        await #expect(processExitsWith: .signal(SIGTERM)) {
            ProcessSignals.block()
            ProcessSignals.release()
            kill(getpid(), SIGTERM)
            try await Task.sleep(for: .seconds(60))
        }
    }

    @Test("a graceful shutdown that takes too long is aborted, whatever its cause")
    func tooLate() async {
        await #expect(processExitsWith: .exitCode(70)) {
            let reader = try SignalReader(stopWithin: .milliseconds(10), logger: silent, reload: {}, onStop: {})
            let stuck = BodyService { try? await Task.sleep(for: .seconds(60)) }
            let group = ServiceGroup(configuration: .init(services: [stuck, reader], logger: silent))
            await withThrowingTaskGroup(of: Void.self) { tasks in
                tasks.addTask { try await group.run() }
                await group.triggerGracefulShutdown()
            }
        }
    }
}
