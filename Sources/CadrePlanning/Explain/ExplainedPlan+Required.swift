extension ExplainedPlan {
    /// Posts by line, by run and entry, and by rule and site. Source: MODEL § 6.
    func required(_ posts: Target.Posts, in period: Int) -> Explanation {
        let groups = plan.periods[period].groups.filter { posts.includes($0, basis) }
        return Explanation(
            value: .whole(groups.reduce(0) { $0 + $1.posts }), unit: "persons",
            parts: groups.compactMap(given) + ruled(posts, in: period))
    }

    /// A line's or a run's posts; `nil` of enabling posts, which are the rules'.
    private func given(_ group: Group) -> Explanation.Part? {
        switch group.kind {
        case .line(let index):
            return Explanation.Part(
                label: label(of: group), value: .whole(group.posts), basis: "\(group.posts) posts of the line",
                source: "MODEL § 6", event: provenance.event(.line, basis.lines[index].id.text))
        case .course(let index, let entry):
            let run = plan.training.runs[index]
            var text =
                switch basis.courses[run.course].instructors[entry].amount {
                case .count(let count): "\(count) a run"
                case .perStudents(let students): "⌈\(run.seats) seats / \(students)⌉"
                }
            // What is not foreign is the host nation's.
            text += " less \(run.needs[entry] - group.posts) host-nation instructors"
            return Explanation.Part(
                label: label(of: group), value: .whole(group.posts), basis: text, source: "MODEL §§ 4 and 5",
                event: provenance.event(of: run, basis))
        case .enabling: return nil
        }
    }

    private func ruled(_ posts: Target.Posts, in period: Int) -> [Explanation.Part] {
        let enabling = EnablingPosts(basis)
        var sites = Array(repeating: enabling.emptySite(), count: basis.sites.count)
        for group in plan.periods[period].groups {
            switch group.kind {
            case .line:
                enabling.note(
                    posts: group.posts, capability: group.capability, priority: group.priority, at: &sites[group.site])
            case .course(let run, _):
                sites[group.site].note(
                    coursePosts: group.posts, priority: group.priority, isMobile: plan.training.runs[run].isMobile)
            case .enabling: break
            }
        }
        var parts: [Explanation.Part] = []
        for (site, shares) in enabling.shares(sites, basis, plan.selection).enumerated()
        where posts.includes(site: site, basis) {
            for share in shares where posts.includes(capability: enabling.capabilities[share.capability]) {
                // Whether lines had to be shared out among rules.
                let others = shares.contains { $0.capability == share.capability && $0.rule != share.rule }
                parts.append(
                    part(
                        of: share, at: site, linesShared: others ? sites[site].linesByCapability[share.capability] : 0))
            }
        }
        return parts
    }

    /// - Parameter linesShared: Posts of lines that stand for several rules; 0 where there is but one.
    private func part(of share: EnablingPosts.Share, at site: Int, linesShared: Int) -> Explanation.Part {
        let rule = basis.factors.rules[share.rule]
        let entry = basis.sites[site]
        let rate = numberText(rule.rule.demand.rate(at: entry.site.threat))
        var text =
            switch rule.rule.demand {
            case .perMission: "⌈\(rate) · \(share.counted) principals in theatre⌉"
            case .perInstructors: "⌈\(rate) · \(share.counted) instructors⌉"
            case .perSite: "⌈\(rate)⌉ a site at \(entry.site.threat.rawValue) threat"
            case .perPopulation: "⌈\(rate) · \(share.counted) persons⌉"
            }
        text += " less \(share.takenOff) posts of lines"
        if linesShared > 0 {
            text += " (of \(linesShared), taken off rule after rule: per mission first, then in order of name)"
        }
        let factor = "rule.\(rule.id)"
        return Explanation.Part(
            label: "rule \(rule.id) at \(entry.id)", value: .whole(share.posts), basis: text,
            source: provenance.source("MODEL § 6", factor: factor), event: provenance.event(.factor, factor))
    }
}
