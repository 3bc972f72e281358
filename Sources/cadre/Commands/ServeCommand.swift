import ArgumentParser
import CadreDaemon
import CadreJournal

struct ServeCommand: AsyncParsableCommand, SignalHandling {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Run the daemon.",
        discussion: """
            Every flag is also a key of the configuration and a variable: --log-level is log.level and \
            CADRE_LOG_LEVEL. A flag overrides the environment, which overrides the file, which overrides the default; \
            `cadre config` shows the effective values. SIGTERM and SIGINT stop the daemon gracefully; SIGHUP reloads \
            its configuration.
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
            // A daemon creates a missing folder: the folder cannot be created.
            case .missing, .exists, .locked: CommandFailure("\(error)", .cannotCreate)
            default: CommandFailure(error)
            }
        case .socket(let text): CommandFailure(text, .unavailable)
        case .other(let text): CommandFailure(text, .internalError)
        }
    }
}
