extension ExplainedPlan {
    /// The posts by line, by run and entry, and by rule and site. Source: MODEL § 6.
    func required(_ posts: Target.Posts, in period: Int) -> Explanation {
        let planned = plan.periods[period]
        var parts: [Explanation.Part] = []
        for (index, group) in planned.given.groups.enumerated() where posts.includes(group) {
            parts.append(part(of: group, planned.slots[planned.given.slots[index]]))
        }
        for site in planned.enabling where posts.includes(site: site.number, inTheatre: true) {
            parts += rules(of: site, posts)
        }
        let total = planned.groups.reduce(0) { posts.includes($1) ? $0 + $1.posts : $0 }
        return Explanation(value: .whole(total), unit: "persons", parts: parts)
    }

    /// The posts of a line or run.
    private func part(of group: Group, _ slot: Slot) -> Explanation.Part {
        switch slot.source {
        case .line:
            return .init(
                label(of: group), .whole(group.posts), basis: "\(group.posts) posts of the line", source: "MODEL § 6",
                cause(of: group))
        case .course(let run, let entry):
            var text =
                switch run.course.instructors[entry].amount {
                case .count(let count): "\(count) a run"
                case .perStudents(let students): "⌈\(run.seats) seats / \(students)⌉"
                }
            text += " less \(run.needs[entry] - group.posts) host-nation instructors"
            return .init(
                label(of: group), .whole(group.posts), basis: text, source: "MODEL §§ 4 and 5",
                provenance.cause(of: run, basis))
        }
    }

    /// The terms of the enabling posts of a site.
    private func rules(of site: PeriodGroupStage.Site, _ posts: Target.Posts) -> [Explanation.Part] {
        let rules = plan.rules
        return site.posts.terms.filter { term in
            posts.includes(capability: rules.capabilities[rules.rules[term.rule].place])
        }.map { term in
            let place = rules.rules[term.rule].place
            let alike = site.posts.terms.filter { rules.rules[$0.rule].place == place }
            let linesShared = alike.count > 1 ? alike.reduce(0) { $0 + $1.takenOff } : 0
            return part(of: term, at: site.number, linesShared: linesShared)
        }
    }

    /// Returns the part of one rule at a site.
    /// - Parameter linesShared: The posts of lines that several rules share; 0 if there is one rule.
    private func part(of term: EnablingPosts.Term, at number: Int, linesShared: Int) -> Explanation.Part {
        let rule = plan.rules.rules[term.rule]
        let site = basis.id(ofSite: number)
        let threat = plan.siteRules[number]?.threat ?? .medium
        let rate = numberText(rule.demand.rate(at: threat))
        var text =
            switch rule.demand {
            case .perMission: "⌈\(rate) · \(term.counted) principals in theatre⌉"
            case .perInstructors: "⌈\(rate) · \(term.counted) instructors⌉"
            case .perSite: "⌈\(rate)⌉ a site at \(threat.rawValue) threat"
            case .perPopulation: "⌈\(rate) · \(term.counted) persons⌉"
            }
        text += " less \(term.takenOff) posts of lines"
        if linesShared > 0 {
            text += " (of \(linesShared), taken off rule after rule: per mission first, then in order of name)"
        }
        let factor = "rule.\(rule.id)"
        return .init(
            "rule \(rule.id) at \(site)", .whole(term.posts), basis: text,
            source: provenance.source("MODEL § 6", factor: factor), provenance.cause(.factor, factor))
    }

    /// The unfilled posts, group by group. Source: MODEL § 7.
    func gap(_ posts: Target.Posts, in period: Int) -> Explanation {
        let planned = plan.periods[period]
        var total = 0
        var parts: [Explanation.Part] = []
        for (index, group) in planned.groups.enumerated() where posts.includes(group) && planned.gap(index) > 0 {
            total += planned.gap(index)
            parts.append(
                .init(
                    label(of: group), .whole(planned.gap(index)),
                    basis: "\(group.posts) posts of priority \(group.priority) less \(planned.filled[index]) filled",
                    source: "MODEL § 7", cause(of: group)))
        }
        return Explanation(value: .whole(total), unit: "persons", parts: parts)
    }

    /// The number of groups named per pledge; the others are only counted, so that a part stays a sentence.
    private static let groupsNamedMax = 5

    /// The filled posts by pledge, in the order of calling up. Source: MODEL § 7.
    func filled(_ posts: Target.Posts, in period: Int, _ assignments: [GroupAssignment]) -> Explanation {
        let planned = plan.periods[period]
        // In the strict order: a pledge's most urgent posts are named first.
        var counted: [Int: (group: Group, rank: Int)] = [:]
        var total = 0
        for (rank, group) in planned.groups.enumerated() where posts.includes(group) {
            if counted[group.key] == nil { counted[group.key] = (group, rank) }
            total += planned.filled[rank]
        }
        var assigned: [Int: [(rank: Int, persons: Int, group: Group)]] = [:]
        for assignment in assignments {
            if let (group, rank) = counted[assignment.key] {
                assigned[assignment.pledge, default: []].append((rank, assignment.persons, group))
            }
        }
        let parts = planned.supplies.compactMap { supply in
            assigned[supply.pledge].map { part(of: supply, in: $0.sorted { $0.rank < $1.rank }) }
        }
        return Explanation(value: .whole(total), unit: "persons", parts: parts)
    }

    private func part(
        of supply: AssignmentSupply, in assigned: [(rank: Int, persons: Int, group: Group)]
    ) -> Explanation.Part {
        let id = basis.numbers.entities.pledges.keys[supply.pledge]
        let status = basis.pledges.first { $0.number == supply.pledge }?.pledge.status.rawValue ?? ""
        let persons = assigned.reduce(0) { $0 + $1.persons }
        var named = assigned.prefix(ExplainedPlan.groupsNamedMax).map { "\($0.persons) in \(label(of: $0.group))" }
        if assigned.count > named.count {
            let others = assigned.dropFirst(named.count)
            named.append("\(others.reduce(0) { $0 + $1.persons }) in \(others.count) more")
        }
        return .init(
            "pledge \(id)", .whole(persons),
            basis: "\(persons) of \(supply.persons) at hand, \(status): " + named.joined(separator: "; "),
            source: "MODEL § 7", provenance.cause(.pledge, id.text))
    }
}
