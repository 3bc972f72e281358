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

extension Strength {
    fileprivate mutating func add(_ group: Group, in period: Int) {
        required[period] += group.posts
        filled[period] += group.filled
    }
}
