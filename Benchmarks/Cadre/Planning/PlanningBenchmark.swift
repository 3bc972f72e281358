import CadreContract
import CadrePlanning
import Glibc

/// Measurements of planning from scratch, and of one event of each type after a plan, in the same run.
enum PlanningBenchmark {
    static func run(_ sizes: [InventedMission.Size]) async throws {
        print("Planning from scratch, all three scenarios on one thread (best of three, ms)")
        for example in ["ntm-i-2004", "nmi-2018"] {
            guard let documents = try read("Examples/\(example)/events.ndjson") else {
                print("  \(example): not found; run from the top of the checkout")
                continue
            }
            _ = try report(example, documents)
        }
        for size in sizes {
            let mission = InventedMission(size, seed: 1)
            let fromNothing = try report(size.name, mission.documents)
            try EncodingBenchmark.report(size)
            try await EventKindBenchmark(size, scratchMs: fromNothing).run()
        }
    }

    /// Measures planning one mission from scratch.
    /// - Returns: The time of the plan, without assignments of people, in milliseconds.
    private static func report(_ name: String, _ documents: CurrentDocuments) throws -> Double {
        let defaults = DefaultFactors.all
        var plan: PlannedMission?
        let planned = try Stopwatch.best(of: 3) {
            plan = try PlannedMission(unseated: documents, defaults: defaults, after: nil)
        }
        let assigned = try Stopwatch.best(of: 1) { try plan?.assign() }
        var bytes = 0
        let encoded = Stopwatch.best(of: 3) {
            bytes = plan?.estimates.encoded().reduce(0) { $0 + $1.figures.count } ?? 0
        }
        print(
            "  \(name): plan \(tenths(planned.wall)) (\(tenths(planned.wall / 3)) a scenario), "
                + "manning \(tenths(assigned.wall)), encode \(tenths(encoded.wall)) for \(bytes / 1_000) kB")
        return planned.wall
    }

    private static func read(_ path: String) throws -> CurrentDocuments? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var ledger = EventLedger()
        let reader = EventReader()
        var buffer = [CChar](repeating: 0, count: ContractLimits.eventBytesDefault)
        while fgets(&buffer, Int32(buffer.count), file) != nil {
            let line = buffer.prefix { $0 != 0 && $0 != CChar(UInt8(ascii: "\n")) }.map { UInt8(bitPattern: $0) }
            for case .event(let received) in reader.read(payload: line) { _ = ledger.accept(received) }
        }
        return ledger.missions.values.first
    }
}
