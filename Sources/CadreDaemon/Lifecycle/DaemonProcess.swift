import CadreJournal
import Logging
import Metrics
import ServiceLifecycle
import ZeroMQ

/// The daemon as a whole process: configuration, logs and metrics, the daemon itself under its supervisor, and reading
/// the configuration again when it is told to. `cadre serve` is this and its flags.
///
/// ``ProcessSignals/block()`` has to be the first statement of `main`. Once a process.
public enum DaemonProcess {
    /// Why the daemon could not start, or had to end; each says what to mend.
    public enum Failure: Error, CustomStringConvertible {
        case configuration(ConfigurationProblems)
        case journal(JournalError)
        /// A socket, HTTP's too: an endpoint that is taken, an address that this machine does not have.
        case socket(String)
        case other(String)

        public var description: String {
            switch self {
            case .configuration(let problems): "\(problems)"
            case .journal(let error): "\(error)"
            case .socket(let text), .other(let text): text
            }
        }
    }

    /// Runs until a signal ends it, in order.
    public static func run(_ sources: ConfigurationSources) async throws(Failure) {
        let loaded: LoadedConfiguration
        do throws(ConfigurationProblems) {
            loaded = try LoadedConfiguration(sources)
        } catch {
            throw .configuration(error)
        }
        let configuration = loaded.configuration
        let log = LogOutput(level: configuration.log.loggerLevel, format: configuration.log.lineFormat)
        log.bootstrap()
        let metrics = PrometheusMetrics()
        metrics.describeNode()
        MetricsSystem.bootstrap(metrics)
        let logger = Logger(label: "cadre")
        for variable in loaded.unknownVariables {
            logger.warning("a variable that is no setting", metadata: ["variable": "\(variable)"])
        }
        let health = NodeHealth()
        let daemon = Daemon(configuration: configuration, health: health, logger: logger)
        let heartbeats = Heartbeats()
        heartbeats.watch("daemon") { await daemon.heartbeat() }
        let supervisor = Supervisor(
            health: health, heartbeats: heartbeats, metrics: metrics,
            http: configuration.http.map { ($0.host, $0.port) }, logger: logger,
            reload: { await reload(daemon, sources, log) })
        do {
            try await supervisor.run([DaemonService(daemon: daemon)])
        } catch let error as JournalError {
            throw .journal(error)
        } catch let error as ZeroMQError {
            throw .socket("\(error)")
        } catch let error as HealthServerError {
            throw .socket("\(error)")
        } catch {
            throw .other("\(error)")
        }
    }

    /// The configuration before stays where the new one is wrong.
    private static func reload(_ daemon: Daemon, _ sources: ConfigurationSources, _ log: LogOutput) async {
        do throws(ConfigurationProblems) {
            let configuration = try LoadedConfiguration(sources).configuration
            log.level = configuration.log.loggerLevel
            await daemon.reload(configuration)
        } catch {
            await daemon.noteReloadFailure("\(error)")
        }
    }
}

/// Ends when the group of services is told to end in order.
private struct DaemonService: Service {
    let daemon: Daemon

    func run() async throws {
        try await withGracefulShutdownHandler {
            try await daemon.run()
        } onGracefulShutdown: {
            daemon.stop()
        }
    }
}

extension DaemonConfiguration.Log {
    fileprivate var loggerLevel: Logger.Level {
        switch level {
        case .trace: .trace
        case .debug: .debug
        case .info: .info
        case .notice: .notice
        case .warning: .warning
        case .error: .error
        case .critical: .critical
        }
    }

    fileprivate var lineFormat: LogFormat {
        switch format {
        case .automatic: .detected(journalStream: ServiceManagerEnvironment.current.journalStream)
        case .logfmt: .logfmt
        case .json: .json
        case .journal: .journal
        }
    }
}
