/// The strengths of one period, by all groupings of the force estimate. Source: MODEL §§ 6, 7 and 12.
final class PeriodFigures: Equatable, Sendable {
    struct Count: Equatable, Sendable {
        var required = 0
        var filled = 0

        mutating func add(_ posts: Int, _ filled: Int) {
            required += posts
            self.filled += filled
        }
    }

    /// The count of one capability, site, line or nation, by its number.
    struct Row: Equatable, Sendable {
        let number: Int
        var count: Count
    }

    /// The unfilled posts of one capability, site and priority.
    struct Short: Equatable, Sendable {
        let capability: Int
        let site: Int
        let priority: Int
        var gap: Int
    }

    /// The unfilled posts of one entry of a run.
    struct ShortRun: Equatable, Sendable {
        /// The key of the run.
        let run: Int
        let capability: Int
        let gap: Int
    }

    let inTheatre: Count
    let abroad: Count
    let visiting: Count
    /// Rows in the order in which they come up in the strict order.
    let capabilities: [Row]
    let sites: [Row]
    let lines: [Row]
    let short: [Short]
    /// The unfilled posts of runs.
    let shortRuns: [ShortRun]

    init(_ input: PeriodFigureStage.Input) {
        var (inTheatre, abroad, visiting) = (Count(), Count(), Count())
        var capabilities = Tally()
        var sites = Tally()
        var lines: [Row] = []
        var short: [Short] = []
        var shortRuns: [ShortRun] = []
        for (index, group) in input.groups.enumerated() {
            let filled = input.filled[index]
            sites.add(group.site, group.posts, filled)
            if case .line(let line) = group.kind {
                lines.append(Row(number: line, count: Count(required: group.posts, filled: filled)))
            }
            if filled < group.posts {
                if case .course(let run, _) = group.kind {
                    shortRuns.append(
                        ShortRun(run: run, capability: group.capability, gap: group.posts - filled))
                }
                let place = short.firstIndex {
                    $0.capability == group.capability && $0.site == group.site && $0.priority == group.priority
                }
                if let place {
                    short[place].gap += group.posts - filled
                } else {
                    short.append(
                        Short(
                            capability: group.capability, site: group.site, priority: group.priority,
                            gap: group.posts - filled))
                }
            }
            guard group.inTheatre else {
                abroad.add(group.posts, filled)
                continue
            }
            inTheatre.add(group.posts, filled)
            capabilities.add(group.capability, group.posts, filled)
            if group.isVisiting { visiting.add(group.posts, filled) }
        }
        self.inTheatre = inTheatre
        self.abroad = abroad
        self.visiting = visiting
        self.capabilities = capabilities.rows
        self.sites = sites.rows
        self.lines = lines
        self.shortRuns = shortRuns
        self.short = short
    }

    /// Counts by number.
    private struct Tally {
        private(set) var rows: [Row] = []
        private var places: [Int] = []

        mutating func add(_ number: Int, _ posts: Int, _ filled: Int) {
            if number >= places.count { places += Array(repeating: -1, count: number + 1 - places.count) }
            if places[number] < 0 {
                places[number] = rows.count
                rows.append(Row(number: number, count: Count()))
            }
            rows[places[number]].count.add(posts, filled)
        }
    }

    static func == (a: PeriodFigures, b: PeriodFigures) -> Bool {
        a === b
            || (a.inTheatre == b.inTheatre && a.abroad == b.abroad && a.visiting == b.visiting
                && a.capabilities == b.capabilities && a.sites == b.sites && a.lines == b.lines
                && a.short == b.short && a.shortRuns == b.shortRuns)
    }
}
