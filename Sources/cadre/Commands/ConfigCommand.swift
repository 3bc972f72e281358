import ArgumentParser
import CadreContract
import CadreDaemon
import CadreJSON
import CadreReports

struct ConfigCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: "Show the configuration of a daemon started here, and the origin of each value.",
        discussion: """
            The flags are those of `cadre serve`. The exit code is 78 if the configuration is invalid. A service has \
            a separate environment: run this command in that environment, or name the service's file by --config.
            """)

    @OptionGroup var options: ServeOptions

    @Flag(help: "Print {key: {values, origin}} as JSON.")
    var json = false

    func run() async throws {
        try await CommandFailure.reported {
            let loaded = try LoadedConfiguration(options.sources)
            for variable in loaded.unknownVariables {
                Console.complain("cadre: warning: unknown setting \(variable); see `cadre serve --help`")
            }
            guard json else {
                let rows = loaded.settings.map { (key: $0.key.rawValue, values: $0.values, origin: $0.origin) }
                return try Console.print([SettingsTable.table(rows)])
            }
            var writer = JSONWriter()
            writer.object {
                for setting in loaded.settings {
                    $0.member(setting.key.rawValue) {
                        $0.object {
                            $0.member("values", setting.values)
                            $0.member("origin", setting.origin)
                        }
                    }
                }
            }
            try Console.write(writer.bytes + [UInt8(ascii: "\n")])
        }
    }
}
