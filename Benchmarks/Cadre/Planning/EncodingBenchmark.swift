import CadreContract
import CadrePlanning

/// Measurements of encoding one mission's estimates, from scratch and again with the cached rows.
enum EncodingBenchmark {
    static func report(_ size: InventedMission.Size) throws {
        let defaults = DefaultFactors.all
        var mission = InventedMission(size, seed: 1)
        guard let plan = try PlannedMission(mission.documents, defaults: defaults),
            let again = try PlannedMission(mission.documents, defaults: defaults)
        else { return }
        let (id, pledge) = mission.pledges[mission.pledges.count / 2]
        var changed = pledge
        changed.status = .withdrawn
        mission.add(.pledge(id, changed))
        guard let moved = try PlannedMission(mission.documents, defaults: defaults, after: plan) else { return }

        var encoder = EstimateEncoder()
        var bytes = 0
        let anew = Stopwatch.best(of: 10) { bytes = plan.estimates.encoded().reduce(0) { $0 + $1.figures.count } }
        let recorded = Stopwatch.best(of: 10) {
            encoder = EstimateEncoder()
            _ = encoder.encode(EstimateName.allCases, of: plan.estimates)
        }
        // An encoder is a value: each run begins with the same cache.
        let before = encoder
        func time(_ estimates: Estimates) -> Double {
            var runs: [EstimateEncoder] = Array(repeating: before, count: 10)
            return Stopwatch.best(of: 10) {
                var encoder = runs.removeLast()
                _ = encoder.encode(EstimateName.allCases, of: estimates)
            }.wall
        }
        let times = [
            ("same storage", time(plan.estimates)), ("equal values", time(again.estimates)),
            ("one pledge withdrawn", time(moved.estimates)),
        ]
        let texts = times.map { "\($0.0) \(hundredths($0.1)) (1/\(tenths(anew.wall / max($0.1, 0.000_1))))" }
        print(
            "  \(size.name), \(bytes / 1_000) kB: from scratch \(tenths(anew.wall)), with an empty cache "
                + "\(tenths(recorded.wall)), then \(texts.joined(separator: ", "))")
    }

    private static func hundredths(_ value: Double) -> String {
        let scaled = Int((value * 100).rounded())
        return "\(scaled / 100).\(scaled / 10 % 10)\(scaled % 10)"
    }
}
