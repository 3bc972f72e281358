/// `make bench`: what is fast here, and how fast, each figure with its yardstick. Reports; never fails on a time.
@main
enum Benchmarks {
    static func main() async throws {
        let arguments = Set(CommandLine.arguments.dropFirst())
        try await PlanningBenchmark.run(withTheatre: arguments.contains("--theatre"))
        try await EventPathBenchmark.run()
    }
}
