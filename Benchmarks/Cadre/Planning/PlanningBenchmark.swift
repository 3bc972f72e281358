import CadreContract
import CadrePlanning
import Glibc

/// A mission planned from nothing: the three scenarios, seats and logistics included; then encoded.
enum PlanningBenchmark {
    static func run(withTheatre: Bool) async throws {
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
        for size in [InventedMission.Size.small, .medium, .large] + (withTheatre ? [.theatre] : []) {
            try await oneEvent(size)
        }
    }

    private static func report(_ name: String, _ documents: StandingDocuments) throws {
        let defaults = DefaultFactors.all
        var estimates: Estimates?
        let plan = try Stopwatch.best(of: 5) {
            estimates = try PlannedMission(documents, defaults: defaults)?.estimates
        }
        var bytes = 0
        let encode = Stopwatch.best(of: 5) {
            bytes = estimates?.encoded().reduce(0) { $0 + $1.figures.count } ?? 0
        }
        print(
            "  \(name): plan \(tenths(plan.wall)) (cpu \(tenths(plan.cpu)), a scenario \(tenths(plan.wall / 3))), "
                + "encode \(tenths(encode.wall)) for \(bytes / 1_000) kB")
    }

    /// The scenarios side by side, as the daemon plans them.
    private static func steps(_ start: PlanStart) async throws -> [PlanStep] {
        try await withThrowingTaskGroup(of: PlanStep.self) { group in
            for scenario in Scenario.allCases { group.addTask { try start.step(scenario) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }

    /// One pledge enlarged, cut or withdrawn, and put back as it was: join and plan after the plan that is there, as
    /// the daemon does for each burst of events; then what follows, who sits where; then encode what changed.
    private static func oneEvent(_ size: InventedMission.Size) async throws {
        let defaults = DefaultFactors.all
        var mission = InventedMission(size, seed: 1)
        var plan = try PlannedMission(mission.documents, defaults: defaults)
        var known = plan?.estimates.encoded() ?? []
        let names = EstimateName.allCases.filter { if case .manning = $0 { false } else { true } }
        var planned = Times(), inTasks = Times(), seated = Times(), encoded = Times(), tried = Times()
        func follow() async throws {
            let before = plan?.estimates
            let tasks = Stopwatch()
            if let start = PlanStart(mission.documents, defaults: defaults, after: plan) {
                _ = PlannedMission(start, try await steps(start))
            }
            inTasks.note(tasks)
            let join = Stopwatch()
            plan = try PlannedMission(unseated: mission.documents, defaults: defaults, after: plan)
            planned.note(join)
            let encode = Stopwatch()
            let new = plan?.estimates.encoded(names, after: before.map { ($0, known) })
            encoded.note(encode)
            let seat = Stopwatch()
            try plan?.seat()
            seated.note(seat)
            known = new ?? []
        }
        for round in 0..<100 {
            let (id, pledge) = mission.pledges[mission.number(0...mission.pledges.count - 1)]
            var changed = pledge
            if round % 4 == 3 {
                changed.status = .withdrawn
            } else if case .personnel(var people) = pledge.offer {
                people.quantity = max(1, people.quantity + (round % 2 == 0 ? 1 : -1) * mission.number(1...5))
                changed.offer = .personnel(people)
            }
            var trial = mission.documents
            trial.join(
                Event(mission: trial.mission, stamp: mission.nextStamp, document: .pledge(id, changed)),
                sequence: trial.revision)
            let whatIf = Stopwatch()
            _ = try PlannedMission(unseated: trial, defaults: defaults, after: plan)
            tried.note(whatIf)
            mission.add(.pledge(id, changed))
            try await follow()
            mission.add(.pledge(id, pledge))
            try await follow()
        }
        print(
            "  one pledge event in \(size.name): plan \(planned.text), in tasks \(inTasks.text), encode what changed \(encoded.text), "
                + "then manning \(seated.text); what-if \(tried.text)")
    }

    /// Times of many events, in milliseconds.
    private struct Times {
        private var all: [Double] = []

        mutating func note(_ watch: Stopwatch) { all.append(watch.wallSeconds * 1_000) }

        var text: String {
            let sorted = all.sorted()
            func rank(_ share: Double) -> Double { sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))] }
            return "p50 \(tenths(rank(0.5))) p99 \(tenths(rank(0.99)))"
        }
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
