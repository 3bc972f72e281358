extension ForceEstimate {
    /// Source: MODEL §§ 6, 7 and 12.
    init(_ basis: Basis, _ plan: ScenarioPlan) {
        let empty = Strength(periods: basis.horizon.periods)
        inTheatre = empty
        abroad = empty
        visiting = empty
        var capabilities = Array(repeating: empty, count: basis.capabilities.all.count)
        var sites = Array(repeating: empty, count: basis.sites.count)
        var lines: [Strength?] = Array(repeating: nil, count: basis.lines.count)
        var nations: [[Int]?] = Array(repeating: nil, count: basis.nations.count)
        for (number, period) in plan.periods.enumerated() {
            for group in period.groups {
                sites[group.site].add(group, in: number)
                if case .line(let line) = group.kind {
                    if lines[line] == nil { lines[line] = empty }
                    lines[line]?.add(group, in: number)
                }
                guard basis.inTheatre[group.site] else {
                    abroad.add(group, in: number)
                    continue
                }
                inTheatre.add(group, in: number)
                capabilities[group.capability].add(group, in: number)
                if case .course(let run, _) = group.kind, plan.training.runs[run].isMobile {
                    visiting.add(group, in: number)
                }
            }
            for (index, supply) in period.supplies.enumerated() where period.totals.used[index] > 0 {
                let nation = basis.pledges[supply.pledge].nation
                if nations[nation] == nil { nations[nation] = empty.required }
                nations[nation]?[number] += period.totals.used[index]
            }
        }
        byCapability = Rows(
            capabilities.enumerated().compactMap { index, strength in
                strength == empty ? nil : (basis.capabilities.all[index].code, strength)
            })
        bySite = Rows(sites.enumerated().map { (basis.sites[$0].id.text, $1) })
        byLine = Rows(lines.enumerated().compactMap { index, row in row.map { (basis.lines[index].id.text, $0) } })
        byNation = Rows(nations.enumerated().compactMap { index, row in row.map { (basis.nations[index].text, $0) } })
    }
}

extension ForceEstimate {
    /// The estimate of a plan that was made after the one that this is of.
    /// - Returns: `nil` where rows come or go.
    func following(
        _ basis: Basis, _ plan: ScenarioPlan, after previous: ScenarioPlan, of earlier: Basis,
        _ difference: ScenarioPlan.Difference
    ) -> ForceEstimate? {
        var force = self
        for number in difference.closed {
            let before = previous.periods[number].groups
            let now = plan.periods[number].groups
            if before.elementsEqual(now, by: { $0.key == $1.key }) {
                for (old, new) in zip(before, now) where old != new {
                    let change = Move(posts: new.posts - old.posts, filled: new.filled - old.filled)
                    guard force.move(new, by: change, in: number, basis, plan) else { return nil }
                }
            } else {
                for group in before {
                    let change = Move(posts: -group.posts, filled: -group.filled)
                    guard force.move(group, by: change, in: number, basis, plan) else { return nil }
                }
                for group in now {
                    let change = Move(posts: group.posts, filled: group.filled)
                    guard force.move(group, by: change, in: number, basis, plan) else { return nil }
                }
            }
        }
        let isCovered = difference.used.allSatisfy {
            force.moveNations($0, basis, plan.periods[$0], earlier, previous.periods[$0])
        }
        guard isCovered else { return nil }
        let hasEmptyRow =
            !difference.closed.isEmpty
            && force.byCapability.all.contains { row in row.value.required.allSatisfy { $0 == 0 } }
            || !difference.used.isEmpty && force.byNation.all.contains { row in row.value.allSatisfy { $0 == 0 } }
        return hasEmptyRow ? nil : force
    }

    fileprivate struct Move {
        let posts: Int
        let filled: Int
    }

    /// - Returns: Whether there are rows for the group.
    private mutating func move(
        _ group: Group, by move: Move, in period: Int, _ basis: Basis, _ plan: ScenarioPlan
    ) -> Bool {
        guard let site = bySite.place(of: basis.sites[group.site].id.text) else { return false }
        bySite.change(at: site) { $0.add(move, in: period) }
        if case .line(let line) = group.kind {
            guard let place = byLine.place(of: basis.lines[line].id.text) else { return false }
            byLine.change(at: place) { $0.add(move, in: period) }
        }
        guard basis.inTheatre[group.site] else {
            abroad.add(move, in: period)
            return true
        }
        inTheatre.add(move, in: period)
        guard let place = byCapability.place(of: basis.capabilities.all[group.capability].code) else { return false }
        byCapability.change(at: place) { $0.add(move, in: period) }
        if case .course(let run, _) = group.kind, plan.training.runs[run].isMobile {
            visiting.add(move, in: period)
        }
        return true
    }

    /// - Returns: Whether there are rows for all nations.
    private mutating func moveNations(
        _ number: Int, _ basis: Basis, _ period: ScenarioPlan.Period, _ earlier: Basis, _ before: ScenarioPlan.Period
    ) -> Bool {
        // A nation has the same index in both: new ones are the last.
        var moves = Array(repeating: 0, count: basis.nations.count)
        for (index, supply) in before.supplies.enumerated() {
            moves[earlier.pledges[supply.pledge].nation] -= before.totals.used[index]
        }
        for (index, supply) in period.supplies.enumerated() {
            moves[basis.pledges[supply.pledge].nation] += period.totals.used[index]
        }
        for (nation, move) in moves.enumerated() where move != 0 {
            guard let place = byNation.place(of: basis.nations[nation].text) else { return false }
            byNation.change(at: place) { $0[number] += move }
        }
        return true
    }
}

extension Strength {
    fileprivate mutating func add(_ move: ForceEstimate.Move, in period: Int) {
        if move.posts != 0 { required[period] += move.posts }
        if move.filled != 0 { filled[period] += move.filled }
    }

    fileprivate mutating func add(_ group: Group, in period: Int) {
        required[period] += group.posts
        filled[period] += group.filled
    }
}
