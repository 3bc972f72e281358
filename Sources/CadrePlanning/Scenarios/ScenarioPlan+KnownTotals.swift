extension ScenarioPlan.Period {
    /// The totals of this period's posts with other supplies, where they need no search.
    ///
    /// The three vectors are the greatest, one after the other, of a convex set. So they stay as they are when a bound
    /// moves that they do not touch: persons that nobody used go, or come to a pledge that had some to spare. And who
    /// is new finds no post while somebody alike, called up before him, has none.
    /// - Parameter changes: Those that touch the period.
    func totals(
        with supplies: [AssignmentSupply], _ changes: [PeriodSupply.Change], in period: Int
    ) -> AssignmentTotals? {
        guard !totals.used.isEmpty || self.supplies.isEmpty else { return nil }
        var isInPlace = true
        for change in changes {
            let before = change.before.flatMap { $0.periods.contains(period) ? $0.supply : nil }
            let after = change.after.flatMap { $0.periods.contains(period) ? $0.supply : nil }
            var used = 0
            if before != nil, let place = self.supplies.firstIndex(where: { $0.pledge == change.pledge }) {
                used = totals.used[place]
            }
            if change.isInPlace(period), let before, let after {
                if after.persons == before.persons { continue }
                if after.persons < before.persons, used <= after.persons { continue }
                if after.persons > before.persons, used < before.persons { continue }
                guard after.persons > before.persons, isIdle(after, in: supplies, changes) else { return nil }
            } else {
                isInPlace = false
                guard used == 0 else { return nil }
                if let after, !isIdle(after, in: supplies, changes) { return nil }
            }
        }
        if isInPlace { return totals }
        var used: [Int] = []
        var usedInTheatre: [Int] = []
        used.reserveCapacity(supplies.count)
        usedInTheatre.reserveCapacity(supplies.count)
        var place = 0
        for supply in supplies {
            if changes.contains(where: { $0.pledge == supply.pledge && !$0.isInPlace(period) }) {
                used.append(0)
                usedInTheatre.append(0)
                continue
            }
            while self.supplies[place].pledge != supply.pledge { place += 1 }
            used.append(totals.used[place])
            usedInTheatre.append(totals.usedInTheatre[place])
            place += 1
        }
        return AssignmentTotals(filled: totals.filled, used: used, usedInTheatre: usedInTheatre)
    }

    /// Whether more persons of a pledge find no post, for somebody alike who is called up before has none.
    private func isIdle(
        _ supply: AssignmentSupply, in supplies: [AssignmentSupply], _ changes: [PeriodSupply.Change]
    ) -> Bool {
        var place = 0
        for other in supplies {
            if other.pledge == supply.pledge { return false }
            if changes.contains(where: { $0.pledge == other.pledge }) { continue }
            while self.supplies[place].pledge != other.pledge { place += 1 }
            if other.pledgeClass == supply.pledgeClass, totals.used[place] < other.persons { return true }
        }
        return false
    }
}
