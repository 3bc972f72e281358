import ArgumentParser
import CadreContract
import CadreDaemon
import CadreJSON
import CadreReports

struct ConfigCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: "Shows the configuration that a daemon would have here, and where each value comes from.",
        discussion: """
            Takes the flags of `cadre serve`. The exit code is 78 where the configuration is wrong. The environment of \
            a service is its own: ask within it, or give its file by --config.
            """)

    @OptionGroup var options: ServeOptions

    @Flag(help: "Print {key: {values, origin}} as JSON.")
    var json = false

    func run() async throws {
        try await CommandFailure.reported {
            let loaded = try LoadedConfiguration(options.sources)
            for variable in loaded.unknownVariables {
                Console.complain("cadre: warning: \(variable) is no setting; see the variables in `cadre serve --help`")
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
