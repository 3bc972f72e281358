/// The gates of the sites with teaching in one period. Source: MODEL § 4, gates.
///
/// Without guards, escorts and interpreters no foreign instructor teaches. Gates count the people who are present, and
/// act only on the foreign instructors.
struct SiteGates {
    /// The people who are present, by site: one array, because a plan counts them in every period.
    private struct People {
        private let places: Int
        private let stride: Int
        private var cells: [Int]

        init(sites: Int, _ rules: RuleTable) {
            places = rules.codes.count
            stride = 3 * SiteLoad.priorities + places + SiteLoad.priorities * rules.rules.count
            cells = Array(repeating: 0, count: sites * stride)
        }

        private func first(_ site: Int, _ part: Int) -> Int { site * stride + part * SiteLoad.priorities }

        /// Adds people in course posts, visitors included.
        mutating func add(instructors: Int, _ site: Int, _ priority: Int) {
            cells[first(site, 0) + priority] += instructors
        }
        /// Adds people who are no visitors.
        mutating func add(residents: Int, _ site: Int, _ priority: Int) {
            cells[first(site, 1) + priority] += residents
        }
        mutating func add(principals: Int, _ site: Int, _ priority: Int) {
            cells[first(site, 2) + priority] += principals
        }
        /// Adds people of lines and enabling posts that a rule's capability covers.
        mutating func add(there: Int, _ site: Int, place: Int) { cells[first(site, 3) + place] += there }
        /// Adds people of a principal line that a rule counts.
        mutating func add(line: Int, _ site: Int, rule: Int, _ priority: Int) {
            cells[first(site, 3) + places + rule * SiteLoad.priorities + priority] += line
        }

        func instructors(_ site: Int, _ priority: Int) -> Int { cells[first(site, 0) + priority] }
        func residents(_ site: Int, _ priority: Int) -> Int { cells[first(site, 1) + priority] }
        func principals(_ site: Int, _ priority: Int) -> Int { cells[first(site, 2) + priority] }
        func there(_ site: Int, place: Int) -> Int { cells[first(site, 3) + place] }
        func line(_ site: Int, rule: Int, _ priority: Int) -> Int {
            cells[first(site, 3) + places + rule * SiteLoad.priorities + priority]
        }
    }

    /// The least gate and its capability.
    struct Least: Sendable {
        var value = 1.0
        var place = 0
    }

    /// Gates below 1, in the order of the sites' numbers.
    let below: [Teaching.Gate]
    /// The least gates by site, then priority; empty if no rule gates.
    private var least: [Least] = []

    init(_ input: TeachingStage.Input) {
        let rules = input.rules
        let places = rules.gates.indices.filter { !rules.gates[$0].isEmpty }
        let sites = input.siteRules.count
        var isTaught = Array(repeating: false, count: sites)
        for group in input.groups where group.inTheatre {
            if case .course = group.kind { isTaught[group.site] = true }
        }
        guard !places.isEmpty, isTaught.contains(true) else {
            below = []
            return
        }
        let people = SiteGates.people(input, isTaught)
        var below: [Teaching.Gate] = []
        least = Array(repeating: Least(), count: sites * SiteLoad.priorities)
        for site in 0..<sites where isTaught[site] {
            guard let siteRules = input.siteRules[site] else { continue }
            for place in places {
                let own = rules.gates[place].filter { siteRules.isOwn[$0] }
                guard !own.isEmpty else { continue }
                let values = SiteGates.values(own, people, site, place, rules, siteRules.threat)
                if values.contains(where: { $0 < 1 }) { below.append(.init(site: site, place: place, values: values)) }
                for (priority, value) in values.enumerated()
                where value < least[site * SiteLoad.priorities + priority].value {
                    least[site * SiteLoad.priorities + priority] = Least(value: value, place: place)
                }
            }
        }
        self.below = below
    }

    /// Returns the least gate at a site for runs of a priority; 1 if no rule gates.
    func gate(site: Int, priority: Int) -> Least {
        least.isEmpty ? Least() : least[site * SiteLoad.priorities + SiteLoad.index(priority)]
    }

    private static func people(_ input: TeachingStage.Input, _ isTaught: [Bool]) -> People {
        var people = People(sites: isTaught.count, input.rules)
        for (index, group) in input.groups.enumerated() {
            let filled = input.filled[index]
            let site = group.site
            guard filled > 0, isTaught[site] else { continue }
            let priority = SiteLoad.index(group.priority)
            switch group.kind {
            case .course:
                people.add(instructors: filled, site, priority)
                if group.isVisiting { continue }
                people.add(principals: filled, site, priority)
            case .line:
                guard let line = input.lineRules[group.capability] else { continue }
                for place in line.coveredBy { people.add(there: filled, site, place: place) }
                if !line.isEnabling {
                    people.add(principals: filled, site, priority)
                    for rule in line.countedBy { people.add(line: filled, site, rule: rule, priority) }
                }
            case .enabling(let own):
                for place in input.rules.coveredBy[own] { people.add(there: filled, site, place: place) }
            }
            people.add(residents: filled, site, priority)
        }
        return people
    }

    /// Returns the gate of one capability by priority 1 … 5.
    private static func values(
        _ own: [Int], _ people: People, _ site: Int, _ place: Int, _ rules: RuleTable, _ threat: Site.Threat
    ) -> [Double] {
        let there = Double(people.there(site, place: place))
        let isShared = !own.contains { if case .perInstructors = rules.rules[$0].demand { true } else { false } }
        var values: [Double] = []
        values.reserveCapacity(SiteLoad.priorities)
        var before = 0.0
        var gate = 1.0
        var (instructors, residents, principals) = (0, 0, 0)
        for priority in 0..<SiteLoad.priorities {
            instructors += people.instructors(site, priority)
            residents += people.residents(site, priority)
            principals += people.principals(site, priority)
            var needed = 0.0
            for rule in own {
                switch rules.rules[rule].demand {
                case .perInstructors(let ratio, _):
                    let lines = (0...priority).reduce(0) { $0 + people.line(site, rule: rule, $1) }
                    needed += ratio[threat] * Double(instructors + lines)
                case .perSite(let count): needed += principals > 0 && residents > 0 ? count[threat] : 0
                case .perPopulation(let ratio): needed += principals > 0 ? ratio[threat] * Double(residents) : 0
                case .perMission: break
                }
            }
            if isShared {
                gate = needed < 1e-9 ? 1 : min(1, there / needed)
            } else if needed - before >= 1e-9 {
                gate = min(1, max(0, there - before) / (needed - before))
            }
            values.append(gate)
            before = needed
        }
        return values
    }
}
