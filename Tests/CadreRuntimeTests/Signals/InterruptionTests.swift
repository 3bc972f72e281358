import CadreRuntime
import Glibc
import Testing

@Suite(.timeLimit(.minutes(1)))
struct InterruptionTests {
    @Test("the first signal interrupts the work of a command, the second ends the process with the shells' status")
    func twice() async {
        await #expect(processExitsWith: .exitCode(129)) {
            ProcessSignals.block()
            let interruption = try Interruption()
            kill(getpid(), SIGINT)
            let result = try await interruption.interrupting {
                try? await Task.sleep(for: .seconds(60))
                return 1
            }
            // The work returned because it was cancelled.
            if let result, result != 1 { exit(1) }
            await interruption.first()
            kill(getpid(), SIGHUP)
            try await Task.sleep(for: .seconds(60))
        }
    }

    @Test("work that ends before a signal gives its result")
    func undisturbed() async {
        await #expect(processExitsWith: .exitCode(7)) {
            ProcessSignals.block()
            let result = try await Interruption().interrupting { 7 }
            exit(Int32(result ?? 1))
        }
    }
}
