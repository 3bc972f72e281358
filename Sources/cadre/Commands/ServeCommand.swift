import ArgumentParser
import CadreDaemon
import CadreJournal

struct ServeCommand: AsyncParsableCommand, SignalHandling {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Runs the daemon.",
        discussion: """
            Every flag is also a key of the configuration and a variable: --log-level is log.level and \
            CADRE_LOG_LEVEL. A flag wins over the environment, that over the file, that over the default; `cadre \
            config` shows what holds. SIGTERM and SIGINT end the daemon in order, SIGHUP has it read its \
            configuration again.
            """)

    @OptionGroup var options: ServeOptions

    func run() async throws {
        try await CommandFailure.reported {
            do throws(DaemonProcess.Failure) {
                try await DaemonProcess.run(options.sources)
            } catch {
                throw Self.failure(error)
            }
        }
    }

    private static func failure(_ failure: DaemonProcess.Failure) -> CommandFailure {
        switch failure {
        case .configuration(let problems): CommandFailure(problems)
        case .journal(let error):
            switch error.cause {
            // What a folder lacks, a daemon would have made.
            case .missing, .exists, .locked: CommandFailure("\(error)", .cannotCreate)
            default: CommandFailure(error)
            }
        case .socket(let text): CommandFailure(text, .unavailable)
        case .other(let text): CommandFailure(text, .internalError)
        }
    }
}
