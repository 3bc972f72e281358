/// The runs whose seats are all untaught. One per mission. Source: MODEL § 12, `unstaffed-run`.
enum UnstaffedAlertStage: Stage {
    struct Input: Equatable, Sendable {
        let table: RunTable
        /// The outcomes of the runs.
        let outcomes: [RunOutcome]
        /// The figures of each period.
        let figures: [PeriodFigures]
        let rules: RuleTable
        /// The rules of the sites, by number; `nil` for sites abroad.
        let siteRules: [SiteRules?]
        let horizon: Horizon

        var runs: [CourseRun] { table.runs }
    }

    /// Returns the alerts.
    /// - Parameter basis: The names of numbers.
    static func compute(_ input: Input, _ basis: inout Basis) -> [Alert] {
        let names = basis
        let runs = input.runs.indices.filter { index in
            let run = input.runs[index]
            return !run.isCompleted && run.last >= input.horizon.now && input.outcomes[index].students == 0
        }
        guard !runs.isEmpty else { return [] }
        let lacks = lacks(of: Set(runs.map { input.runs[$0].key }), input, names)
        return runs.map { index in
            let run = input.runs[index]
            let begin = max(run.first, input.horizon.now)
            let missing = (lacks[run.key] ?? [:]).sorted { names.capability($0.key) < names.capability($1.key) }
                .map { "\($0.value) \(names.capability($0.key))" }.joined(separator: ", ")
            let remedy = missing.isEmpty ? "" : "; \(missing) from \(input.horizon.date(begin)) would staff it"
            return Alert(
                code: .unstaffedRun, key: run.name, since: begin,
                detail: "\(run.seats) seats of \(run.course.id) at \(names.id(ofSite: run.site)), nobody taught from "
                    + "\(input.horizon.date(begin)) on" + remedy)
        }.sorted { bytesPrecede($0.key, $1.key) }
    }

    /// Returns the most persons that a run lacks in one period, by capability. They are its own posts, and at its site
    /// the posts that gate it, since they gate it once its instructors are present. Source: MODEL § 4.
    private static func lacks(of runs: Set<Int>, _ input: Input, _ names: Basis) -> [Int: [Int: Int]] {
        let places = input.rules.gates.indices.filter { !input.rules.gates[$0].isEmpty }
        let gated = Set(places.flatMap { names.numbers.capabilities.covered[input.rules.capabilities[$0]] })
        var lacks: [Int: [Int: Int]] = [:]
        func record(_ run: Int, _ capability: Int, _ gap: Int) {
            lacks[run, default: [:]][capability] = max(lacks[run]?[capability] ?? 0, gap)
        }
        for number in input.figures.indices
        where number >= input.horizon.now
            && input.table.active[number].contains(where: { runs.contains(input.runs[$0].key) })
        {
            for short in input.figures[number].shortRuns where runs.contains(short.run) {
                record(short.run, short.capability, short.gap)
            }
            let held = input.table.active[number].map { input.runs[$0] }.filter { runs.contains($0.key) }
            for short in input.figures[number].short where gated.contains(short.capability) {
                guard input.siteRules[short.site] != nil else { continue }
                for run in held where run.site == short.site { record(run.key, short.capability, short.gap) }
            }
        }
        return lacks
    }
}
