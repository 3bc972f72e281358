import CadreJournal
import CadreRuntime
import Logging
import Metrics
import ServiceLifecycle
import ZeroMQ

/// The daemon as a process: configuration, logs and metrics, the daemon under its supervisor, and reloads of the
/// configuration. `cadre serve` is this and its flags.
///
/// ``ProcessSignals/block()`` has to be the first statement of `main`. Once a process.
public enum DaemonProcess {
    /// An error that keeps the daemon from starting or ends it, with its remedy.
    public enum Failure: Error, CustomStringConvertible {
        case configuration(ConfigurationProblems)
        case journal(JournalError)
        /// A socket, also that of HTTP: an endpoint in use, an address that this machine does not have.
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

    /// Runs until a signal ends it gracefully.
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
            logger.warning("ignoring unknown environment variable", metadata: ["variable": "\(variable)"])
        }
        let health = NodeHealth()
        let daemon = Daemon(configuration: configuration, health: health, logger: logger)
        let heartbeats = Heartbeats()
        heartbeats.watch("daemon") { await daemon.confirmResponsive() }
        let http = configuration.http.map {
            HealthServer(
                host: $0.host, port: $0.port, health: health, heartbeats: heartbeats, metrics: metrics, logger: logger)
        }
        do {
            let supervisor = try Supervisor(
                health: health, heartbeats: heartbeats, metrics: metrics, outerServices: http.map { [$0] } ?? [],
                stopWithin: .seconds(DaemonLimits.stopSeconds), logger: logger,
                reload: { await reload(daemon, sources, log) })
            try await supervisor.run([DaemonService(daemon: daemon, http: http)])
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

    /// Keeps the previous configuration if the new one is invalid.
    private static func reload(_ daemon: Daemon, _ sources: ConfigurationSources, _ log: LogOutput) async {
        do throws(ConfigurationProblems) {
            let configuration = try LoadedConfiguration(sources).configuration
            log.level = configuration.log.loggerLevel
            await daemon.reload(configuration)
        } catch {
            await daemon.recordReloadFailure("\(error)")
        }
    }
}

/// The daemon as a service: ends with the graceful shutdown of the group.
private struct DaemonService: Service {
    let daemon: Daemon
    let http: HealthServer?

    func run() async throws {
        try await withGracefulShutdownHandler {
            // A client that learns that the daemon is ready may request /readyz at once.
            await http?.waitUntilListening()
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
