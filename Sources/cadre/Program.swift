import ArgumentParser
import CadreRuntime
import Glibc

/// The program: arguments in, exit code out.
@main
enum Program {
    static func main() {
        StandardStreams.open()
        // Before the second thread starts: a thread inherits the signal mask of the thread that starts it.
        ProcessSignals.block()
        do {
            // Signals end a command that does not handle them, as they end any program.
            if !(try CadreCommand.parseAsRoot() is any SignalHandling) { ProcessSignals.release() }
        } catch {
            end(with: error)
        }
        // The process ends by `exit` in this task; the first thread, on which the main actor would run, only waits.
        Task.detached {
            do {
                try await run()
                exit(EXIT_SUCCESS)
            } catch {
                end(with: error)
            }
        }
        while true { pause() }
    }

    /// Prints the message of an error, or the requested help or version, and ends the process.
    private static func end(with error: any Error) -> Never {
        guard CadreCommand.exitCode(for: error).isSuccess else { CadreCommand.exit(withError: error) }
        do {
            try Console.print(CadreCommand.fullMessage(for: error))
        } catch {
            Console.complain("cadre: \(error)")
            exit(error.kind.exitCode.rawValue)
        }
        exit(EXIT_SUCCESS)
    }

    private static func run() async throws {
        // Parsed again: a command is not sendable to another thread.
        var command = try CadreCommand.parseAsRoot()
        if var command = command as? any AsyncParsableCommand {
            try await command.run()
        } else {
            try command.run()
        }
    }
}
