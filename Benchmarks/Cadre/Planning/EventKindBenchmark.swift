import CadreContract
import CadreDaemon
import CadrePlanning

/// Measurements of one event of each type after an existing plan: plan all three scenarios concurrently, as the daemon
/// does, and encode the changes.
struct EventKindBenchmark {
    private let size: InventedMission.Size
    /// The time of a plan from scratch in this run, in milliseconds.
    private let scratchMs: Double
    private static let names = EstimateName.allCases.filter { name in
        switch name {
        case .summary, .force, .training, .logistics: true
        case .manning, .range, .gaps: false
        }
    }

    init(_ size: InventedMission.Size, scratchMs: Double) {
        self.size = size
        self.scratchMs = scratchMs
    }

    func run() async throws {
        var mission = InventedMission(size, seed: 1)
        var plan = try PlannedMission(unseated: mission.documents, defaults: DefaultFactors.all, after: nil)
        var encoder = EstimateEncoder()
        if let plan { _ = encoder.encode(Self.names, of: plan.estimates) }
        let events = size.pledges > 5_000 ? 25 : 60
        for kind in [EntityKind.pledge, .line, .demand, .run, .course, .site, .element, .stock, .factor] {
            var planned = Times(), encoded = Times()
            for _ in 0..<events {
                guard let document = kind == .factor ? mission.changedFactor() : mission.changed(kind) else { break }
                mission.add(document)
                let watch = Stopwatch()
                if let start = try PlanStart(mission.documents, defaults: DefaultFactors.all, after: plan) {
                    plan = try PlannedMission(start, try await steps(start))
                }
                planned.add(watch)
                let encode = Stopwatch()
                if let plan { _ = encoder.encode(Self.names, of: plan.estimates) }
                encoded.add(encode)
            }
            let all = planned.sum(with: encoded)
            print(
                "  one \(kind.rawValue) event in \(size.name): \(all.text), "
                    + "1/\(Int(scratchMs / max(all.p50, 0.01))) and 1/\(Int(scratchMs / max(all.p99, 0.01))) of "
                    + "the time from scratch; plan \(planned.text), encode \(encoded.text)")
        }
        guard var plan else { return }
        let assign = Stopwatch()
        try plan.assign()
        print("  manning after all of them in \(size.name): \(tenths(assign.wallSeconds * 1_000))")
        guard size.pledges <= 2_000 else { return }
        let range = Stopwatch()
        _ = try await plan.rangeWork(samples: 200).valueSideBySide()
        let rangeSeconds = range.wallSeconds
        let gaps = Stopwatch()
        _ = try await plan.gapsWork().valueSideBySide()
        print(
            "  ranges of 200 samples in \(size.name): \(tenths(rangeSeconds)) s, gaps: \(tenths(gaps.wallSeconds)) s, "
                + "on all threads")
    }

    private func steps(_ start: PlanStart) async throws -> [PlanStep] {
        try await withThrowingTaskGroup(of: PlanStep.self) { group in
            for scenario in Scenario.allCases { group.addTask { try start.step(scenario) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }
}
