import CadreContract
import CadrePlanning

/// A figure that represents its document, with its name.
struct Headline: Equatable {
    let name: String
    let value: Double

    var text: String { "\(name) \(Numbers.short(value))" }

    /// Returns `name 12 → 15` for each figure that changed.
    static func changes(from old: [Headline], to new: [Headline]) -> [String] {
        let before = Dictionary(old.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        let known = Set(new.map(\.name))
        let changed = new.compactMap { headline -> String? in
            let value = before[headline.name] ?? 0
            guard value != headline.value else { return nil }
            return "\(headline.name) \(Numbers.short(value)) → \(Numbers.short(headline.value))"
        }
        let removed = old.filter { !known.contains($0.name) && $0.value != 0 }
        return changed + removed.map { "\($0.name) \(Numbers.short($0.value)) → 0" }
    }

    /// Returns the headline figures of an estimate.
    static func all(of estimate: PublishedEstimate) -> [Headline] {
        switch estimate.figures {
        case .summary(let summary): summary.scenarios.flatMap(all)
        case .force(_, let force): all(of: force)
        case .manning(_, let manning):
            [
                Headline(name: "assignments", value: Double(manning.assignments.count)),
                Headline(name: "surplus", value: Double(manning.surplus.count)),
            ]
        case .training(_, let training): all(of: training)
        case .logistics(_, let logistics):
            [Headline(name: "cost, EUR", value: logistics.costs.all.map(\.value.sum).sum.rounded())]
        case .range: []
        case .gaps(let gaps): [Headline(name: "packages", value: Double(gaps.packages.count))]
        }
    }

    private static func all(of row: SummaryEstimate.Headline) -> [Headline] {
        let scenario = row.scenario.rawValue
        return [
            Headline(name: "\(scenario) required", value: Double(row.required.peak)),
            Headline(name: "\(scenario) filled", value: Double(row.filled.peak)),
            Headline(name: "\(scenario) graduates", value: row.expected),
        ] + unlessZero("\(scenario) other graduates", row.others)
            + row.gapPersonPeriods.enumerated().flatMap { index, gap in
                unlessZero("\(scenario) short at priority \(index + 1)", Double(gap))
            }
    }

    private static func all(of force: ForceEstimate) -> [Headline] {
        let peaks = [("required", force.inTheatre.required), ("filled", force.inTheatre.filled)].compactMap {
            name, series in
            series.max().map { Headline(name: name, value: Double($0)) }
        }
        let hosted = force.hosted.all.flatMap(\.value.all).map { $0.value.max() ?? 0 }
        return peaks + unlessZero("hosted posts", hosted.sum)
    }

    private static func all(of training: TrainingEstimate) -> [Headline] {
        let courses = training.byCourse.all.map(\.value)
        return [Headline(name: "graduates", value: courses.map(\.expected).sum)]
            + unlessZero("other graduates", courses.map(\.others).sum)
            + [Headline(name: "runs", value: Double(training.runs.count))]
    }

    private static func unlessZero(_ name: String, _ value: Double) -> [Headline] {
        value == 0 ? [] : [Headline(name: name, value: value)]
    }
}
