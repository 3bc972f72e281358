import CadreContract
import CadrePlanning
import Glibc

/// A mission planned from nothing: the three scenarios, seats and logistics included; then encoded.
enum PlanningBenchmark {
    static func run(withTheatre: Bool) throws {
        print("Planning from nothing, all three scenarios (best of five, ms)")
        for example in ["ntm-i-2004", "nmi-2018"] {
            guard let documents = try read("Examples/\(example)/events.ndjson") else {
                print("  \(example): not found; run from the top of the checkout")
                continue
            }
            try report(example, documents)
        }
        for size in [InventedMission.Size.small, .medium, .large] + (withTheatre ? [.theatre] : []) {
            try report(size.name, InventedMission(size, seed: 1).documents)
        }
        try oneEvent(.large)
    }

    private static func report(_ name: String, _ documents: StandingDocuments) throws {
        let defaults = DefaultFactors.all
        var estimates: Estimates?
        let plan = try Stopwatch.best(of: 5) { estimates = try documents.estimates(defaults: defaults) }
        var bytes = 0
        let encode = Stopwatch.best(of: 5) {
            bytes = estimates?.encoded().reduce(0) { $0 + $1.figures.count } ?? 0
        }
        print(
            "  \(name): plan \(tenths(plan.wall)) (cpu \(tenths(plan.cpu)), a scenario \(tenths(plan.wall / 3))), "
                + "encode \(tenths(encode.wall)) for \(bytes / 1_000) kB")
    }

    /// One pledge enlarged: join, plan and encode, as the daemon does for each burst of events.
    private static func oneEvent(_ size: InventedMission.Size) throws {
        var mission = InventedMission(size, seed: 1)
        var times: [Double] = []
        for _ in 0..<20 {
            let (id, pledge) = mission.pledges[mission.number(0...mission.pledges.count - 1)]
            var changed = pledge
            if case .personnel(var people) = pledge.offer {
                people.quantity += mission.number(1...5)
                changed.offer = .personnel(people)
            }
            let watch = Stopwatch()
            mission.add(.pledge(id, changed))
            _ = try mission.documents.estimates(defaults: DefaultFactors.all)?.encoded()
            times.append(watch.wallSeconds * 1_000)
        }
        times.sort()
        print("  one pledge event in \(size.name) → documents: p50 \(tenths(times[10])), worst \(tenths(times[19]))")
    }

    private static func read(_ path: String) throws -> StandingDocuments? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var ledger = EventLedger()
        let reader = EventReader()
        var buffer = [CChar](repeating: 0, count: ContractLimits.messageBytesDefault)
        while fgets(&buffer, Int32(buffer.count), file) != nil {
            let line = buffer.prefix { $0 != 0 && $0 != CChar(UInt8(ascii: "\n")) }.map { UInt8(bitPattern: $0) }
            for case .event(let received) in reader.read(payload: line) { _ = ledger.accept(received) }
        }
        return ledger.missions.values.first
    }
}
