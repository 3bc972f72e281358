import CadreContract
import CadreJSON

/// What one event did to the figures that people ask for first. Source: CONTRACT § 6, `plan.diff`.
struct EventShare {
    /// Of one scenario; they add up over events.
    struct Figures: Equatable {
        var required = 0.0
        var filled = 0.0
        var graduates = 0.0
        /// Short, of all priorities.
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

    let sequence: Int?
    let time: String
    /// Type and id, for want of the event itself.
    let name: String
    /// Whether it moved any figure of the estimates that were asked for.
    let hasEffect: Bool
    private(set) var figures = Figures()

    /// How much a planner would care: which events are shown where there are too many.
    var weight: Double {
        figures.required.magnitude + figures.filled.magnitude + figures.graduates.magnitude
            + figures.personPeriods.magnitude
    }

    init(_ event: JSONValue, scenario: String) {
        sequence = event["sequence"]?.integer
        time = event["time"]?.text ?? ""
        name = Printable.text("\(event["type"]?.text ?? "an event") \(event["id"]?.text ?? "")")
        let changes = event["changes"]?.elements ?? []
        hasEffect = !changes.isEmpty
        for value in changes where value["name"]?.text == EstimateName.summary.text {
            guard let change = FigureChange(value) else { continue }
            take(change, scenario)
        }
    }

    private mutating func take(_ change: FigureChange, _ scenario: String) {
        // The definition of a mission brings the whole summary, one of its scenarios or maps likewise.
        func difference(_ path: [String]) -> Double {
            let steps = change.steps
            guard path.starts(with: steps) else { return 0 }
            let rest = path.dropFirst(steps.count)
            func side(_ value: JSONValue?) -> Double {
                rest.reduce(value) { $0?[$1] }?.number?.double ?? 0
            }
            return side(change.after) - side(change.before)
        }
        let scenarios = ["scenarios", scenario]
        figures.required += difference(scenarios + ["required", "peak"])
        figures.filled += difference(scenarios + ["filled", "peak"])
        figures.graduates += difference(scenarios + ["graduates", "expected"])
        for priority in 1...5 {
            figures.personPeriods += difference(scenarios + ["gapPersonPeriods", String(priority)])
        }
    }
}
