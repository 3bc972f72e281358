import ArgumentParser
import CadreClient
import CadreContract
import CadreReports

struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Show the status of a daemon: missions, endpoints, rates, queues, counters.",
        discussion: "The exit code is 69 if no daemon answers.")

    @OptionGroup var control: ControlOptions

    @Flag(help: "Print the status as JSON.")
    var json = false

    func run() async throws {
        try await CommandFailure.reported {
            if json {
                let result = try await control.withClient {
                    try await $0.result(of: NodeStatus())
                }
                try Console.write(result.source + [UInt8(ascii: "\n")])
            } else {
                try Console.print(
                    StatusTables.tables(try await control.withClient { try await $0.answer(to: NodeStatus()) }))
            }
        }
    }
}
