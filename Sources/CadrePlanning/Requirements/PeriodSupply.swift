/// Which pledges have people at hand, period by period, in the order of calling up. Source: MODEL § 7.
struct PeriodSupply: Sendable {
    /// By period.
    private(set) var supplies: [[AssignmentSupply]]

    /// - Parameter supplyFrom: As of `ScenarioPlan`.
    init(_ basis: Basis, _ selection: Selection, supplyFrom: ((Int, Day) -> Day)?) {
        supplies = Array(repeating: [], count: basis.horizon.periods)
        for index in basis.callingUp where selection.pledges[index] {
            guard let stay = PeriodSupply.stay(of: index, basis, supplyFrom: supplyFrom) else { continue }
            for period in stay.periods { supplies[period].append(stay.supply) }
        }
    }

    /// Who is at hand of one pledge, and when.
    struct Stay: Equatable, Sendable {
        let supply: AssignmentSupply
        let periods: Range<Int>
    }

    /// `nil` of pledges that never have people at hand, were they to count.
    private static func stay(of index: Int, _ basis: Basis, supplyFrom: ((Int, Day) -> Day)? = nil) -> Stay? {
        let horizon = basis.horizon
        let entry = basis.pledges[index]
        guard let pledgeClass = entry.pledgeClass, case .personnel(let people) = entry.pledge.offer,
            people.quantity > 0
        else { return nil }
        let covered = horizon.covered(from: supplyFrom?(index, people.from) ?? people.from, until: people.until)
        // Who is not there was not there.
        let first = entry.pledge.status.isThere ? covered.lowerBound : max(covered.lowerBound, horizon.now)
        return Stay(
            supply: AssignmentSupply(pledge: index, pledgeClass: pledgeClass, persons: people.quantity),
            periods: first..<max(first, covered.upperBound))
    }

    /// A pledge whose people are not at hand as they were, or not in the place in the order where they were.
    struct Change: Sendable {
        let pledge: Int
        let before: Stay?
        let after: Stay?
        /// Whether alike people of the same nation take the same place in the order.
        let isAlike: Bool

        func touches(_ period: Int) -> Bool {
            before?.periods.contains(period) ?? false || after?.periods.contains(period) ?? false
        }

        /// Whether alike people stand where others stood in the period.
        func isInPlace(_ period: Int) -> Bool {
            isAlike && before?.periods.contains(period) ?? false && after?.periods.contains(period) ?? false
        }
    }

    /// What of pledges alone has changed since another plan of the same frame.
    /// - Parameter changed: Pledges whose documents differ, by index; new ones are not in `earlier`.
    static func changes(
        _ basis: Basis, _ selection: Selection, since earlier: Basis, _ earlierSelection: Selection, changed: [Int]
    ) -> [Change] {
        var indices = Set(changed)
        if selection.pledges != earlierSelection.pledges {
            for index in earlierSelection.pledges.indices
            where selection.pledges[index] != earlierSelection.pledges[index] {
                indices.insert(index)
            }
        }
        return indices.sorted().compactMap { index in
            let wasThere = index < earlier.pledges.count && earlierSelection.pledges[index]
            let before = wasThere ? stay(of: index, earlier) : nil
            let after = selection.pledges[index] ? stay(of: index, basis) : nil
            var isAlike = false
            if let before, let after {
                let (old, new) = (earlier.pledges[index], basis.pledges[index])
                isAlike =
                    before.supply.pledgeClass == after.supply.pledgeClass && old.nation == new.nation
                    && !old.isCalledUp(before: new) && !new.isCalledUp(before: old)
                if isAlike, before == after { return nil }
            }
            return before == nil && after == nil
                ? nil : Change(pledge: index, before: before, after: after, isAlike: isAlike)
        }
    }

    /// Who was at hand, with these changes.
    init(_ periods: [ScenarioPlan.Period], _ changes: [Change], _ basis: Basis) {
        supplies = periods.map(\.supplies)
        for change in changes {
            guard let before = change.before else { continue }
            for period in before.periods {
                guard let place = supplies[period].firstIndex(where: { $0.pledge == change.pledge }) else { continue }
                if change.isInPlace(period), let after = change.after {
                    if before.supply != after.supply { supplies[period][place] = after.supply }
                } else {
                    supplies[period].remove(at: place)
                }
            }
        }
        for change in changes {
            guard let after = change.after else { continue }
            let entry = basis.pledges[change.pledge]
            for period in after.periods {
                if change.isInPlace(period) { continue }
                let place = supplies[period].firstPlace { entry.isCalledUp(before: basis.pledges[$0.pledge]) }
                supplies[period].insert(after.supply, at: place)
            }
        }
    }
}
