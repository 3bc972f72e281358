/// The totals of a period after a change that only concerns persons who have no post anyway.
///
/// - Problem: Totals for new supplies, given totals for other supplies and the same groups; without a search.
/// - Why it is exact: Sets of persons that can fill the posts are the independent sets of a matroid (see
///   ``FillingRule`` and ``CallingUpRule``). A pledge with persons to spare is one that can have no more posts, given
///   the pledges before it: its spare persons depend on those before them. So they may leave, and more such persons may
///   arrive, without any change to the posts of earlier and later pledges. A new pledge whose class has an earlier
///   pledge with persons to spare has only such persons. The people in theatre are decided only among the persons used.
enum SpareSupplies {
    /// Returns the totals for new supplies, or `nil` if a search has to decide.
    /// - Parameters:
    ///   - totals: The result of rules 1 to 3 for the old supplies.
    ///   - old: The supplies of `totals`, in the order of calling up.
    ///   - new: The supplies in the order of calling up.
    static func totals(
        _ totals: AssignmentTotals, from old: [AssignmentSupply], to new: [AssignmentSupply]
    ) -> AssignmentTotals? {
        let difference = ListDifference(old, new)
        let before = difference.old, after = difference.new, first = before.lowerBound
        let old = old[before]
        let wasThere = Set(old.lazy.map(\.pledge)), isThere = Set(new[after].lazy.map(\.pledge))

        var used = Array(totals.used[..<first]), usedInTheatre = Array(totals.usedInTheatre[..<first])
        used.reserveCapacity(new.count)
        usedInTheatre.reserveCapacity(new.count)
        var next = first
        /// Skips pledges that no longer exist, and returns whether none of them had a post.
        func passGone() -> Bool {
            while next < before.upperBound, !isThere.contains(old[next].pledge) {
                guard totals.used[next] == 0 else { return false }
                next += 1
            }
            return true
        }
        for index in after {
            let supply = new[index]
            guard passGone() else { return nil }
            if next < before.upperBound, old[next].pledge == supply.pledge {
                guard old[next] == supply || isSame(supply, after: old[next], used: totals.used[next]) else {
                    return nil
                }
                used.append(totals.used[next])
                usedInTheatre.append(totals.usedInTheatre[next])
                next += 1
            } else {
                // A pledge that is in another place in the order is not followed.
                guard !wasThere.contains(supply.pledge) else { return nil }
                let isLikeSpare = used.indices.contains {
                    new[$0].pledgeClass == supply.pledgeClass && used[$0] < new[$0].persons
                }
                guard supply.persons == 0 || isLikeSpare else { return nil }
                used.append(0)
                usedInTheatre.append(0)
            }
        }
        guard passGone(), next == before.upperBound else { return nil }
        used += totals.used[before.upperBound...]
        usedInTheatre += totals.usedInTheatre[before.upperBound...]
        return AssignmentTotals(filled: totals.filled, used: used, usedInTheatre: usedInTheatre)
    }

    /// Returns whether only spare persons of a pledge come or go.
    private static func isSame(_ supply: AssignmentSupply, after old: AssignmentSupply, used: Int) -> Bool {
        old.pledgeClass == supply.pledgeClass && used < old.persons && used <= supply.persons
    }
}
