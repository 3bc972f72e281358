/// The program of `make bench`: measurements of speed, each with its yardstick. It reports times and never fails
/// because of one.
///
/// Arguments: sizes of missions (`small`, `medium`, `large`, `theatre`; the first three unless named), `planning`,
/// `events` and `bus` for only some of the parts, `missions` for a thousand missions of `small` in one daemon.
@main
enum Benchmarks {
    static func main() async throws {
        let arguments = Set(CommandLine.arguments.dropFirst())
        let named = InventedMission.Size.all.filter { arguments.contains($0.name) }
        let sizes = named.isEmpty ? [.small, .medium, .large] : named
        let isWhole = arguments.isDisjoint(with: ["planning", "events", "bus", "missions"])
        if isWhole || arguments.contains("planning") { try await PlanningBenchmark.run(sizes) }
        if isWhole || arguments.contains("events") { try await EventPathBenchmark.run() }
        if isWhole || arguments.contains("bus") { try await BusBenchmark.run(sizes, samples: 200) }
        if arguments.contains("missions") { try await BusBenchmark.runMissions(1_000) }
    }
}
