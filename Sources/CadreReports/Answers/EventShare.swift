import CadreContract
import CadreJSON
import CadrePlanning

/// The effect of one event on the headline figures. Source: CONTRACT § 6, `plan.diff`.
struct EventShare {
    /// The figures of one scenario; they add up over events.
    struct Figures: Equatable {
        var required = 0.0
        var filled = 0.0
        var graduates = 0.0
        /// Unfilled person-periods of all priorities.
        var personPeriods = 0.0

        static func + (a: Figures, b: Figures) -> Figures {
            Figures(
                required: a.required + b.required, filled: a.filled + b.filled, graduates: a.graduates + b.graduates,
                personPeriods: a.personPeriods + b.personPeriods)
        }

        static func - (a: Figures, b: Figures) -> Figures {
            Figures(
                required: a.required - b.required, filled: a.filled - b.filled, graduates: a.graduates - b.graduates,
                personPeriods: a.personPeriods - b.personPeriods)
        }
    }

    let sequence: Int
    let day: Day
    /// The type and id, in place of the event itself.
    let name: String
    /// Whether the event changed any figure of the estimates.
    let hasEffect: Bool
    private(set) var figures = Figures()

    /// The weight by which the greatest of many events are chosen.
    var weight: Double {
        figures.required.magnitude + figures.filled.magnitude + figures.graduates.magnitude
            + figures.personPeriods.magnitude
    }

    init(_ share: PlanDiff.Share, scenario: Scenario) {
        sequence = share.sequence
        day = share.stamp.time.day
        name = Printable.text("\(share.type) \(share.stamp.id)")
        hasEffect = !share.changes.isEmpty
        for named in share.changes where named.name == .summary { add(named.change, scenario) }
    }

    private mutating func add(_ change: FigureChange, _ scenario: Scenario) {
        // One change may bring the whole summary (the definition of a mission), or a scenario or map of it.
        func difference(_ path: [String]) -> Double {
            let steps = change.steps
            guard path.starts(with: steps) else { return 0 }
            let rest = path.dropFirst(steps.count)
            func side(_ value: JSONValue?) -> Double {
                rest.reduce(value) { $0?[$1] }?.number?.double ?? 0
            }
            return side(change.after) - side(change.before)
        }
        let scenarios = ["scenarios", scenario.rawValue]
        figures.required += difference(scenarios + ["required", "peak"])
        figures.filled += difference(scenarios + ["filled", "peak"])
        figures.graduates += difference(scenarios + ["graduates", "expected"])
        for priority in 1...5 {
            figures.personPeriods += difference(scenarios + ["gapPersonPeriods", String(priority)])
        }
    }
}
