/// A pledge, in numbers. Source: MODEL §§ 3 and 7.
final class PledgeEntry: Equatable, Sendable {
    let number: Int
    let id: ID<Pledge>
    let pledge: Pledge
    /// The number of the nation.
    let nation: Int
    let requires: [Int]
    /// The class of equivalent pledges; `nil` unless it is of personnel.
    let pledgeClass: Int?

    init(_ entity: Entity<Pledge>, _ numbers: inout BasisNumbers) {
        number = entity.number
        id = entity.id
        pledge = entity.value
        nation = numbers.entities.nations.number(of: entity.value.nation)
        requires = entity.names.binding.compactMap {
            if case .entity(.pledge, let number) = $0 { number } else { nil }
        }
        if case .personnel(let people) = entity.value.offer {
            var offered: Set<Int> = [numbers.capabilities.number(of: people.capability)]
            for also in people.also { offered.insert(numbers.capabilities.number(of: also)) }
            pledgeClass = numbers.network.number(
                of: PledgeClass(capabilities: offered.sorted(), caveats: people.caveats), numbers.entities)
        } else {
            pledgeClass = nil
        }
    }

    static func == (a: PledgeEntry, b: PledgeEntry) -> Bool {
        a === b || (a.number == b.number && a.id == b.id && a.pledge == b.pledge && a.pledgeClass == b.pledgeClass)
    }

    /// Returns the periods in which its people are available, or `nil` if it is not of personnel or has no people.
    /// - Parameter from: The day on which they come; `nil` for the pledged one.
    func stay(_ horizon: Horizon, from: Day? = nil) -> Range<Int>? {
        guard case .personnel(let people) = pledge.offer, people.quantity > 0 else { return nil }
        let covered = horizon.covered(from: from ?? people.from, until: people.until)
        // Pledges not yet deployed supply no past period.
        let first = pledge.status.isThere ? covered.lowerBound : max(covered.lowerBound, horizon.now)
        return first < covered.upperBound ? first..<covered.upperBound : nil
    }

    /// The number of people; 0 unless it is of personnel.
    var persons: Int { if case .personnel(let people) = pledge.offer { people.quantity } else { 0 } }

    /// Returns whether it comes earlier in the order of calling up. Source: MODEL § 7.
    func isCalledUp(before other: PledgeEntry) -> Bool {
        let mine = pledge.status.callUpRank, theirs = other.pledge.status.callUpRank
        if mine != theirs { return mine < theirs }
        let begin = pledge.peopleFrom, otherBegin = other.pledge.peopleFrom
        return begin != otherBegin ? begin < otherBegin : id < other.id
    }
}

extension Pledge {
    /// The first day of its people; any day unless it is of personnel.
    var peopleFrom: Day {
        if case .personnel(let people) = offer { people.from } else { Day(number: 0) }
    }
}

extension Pledge.Status {
    /// The rank in the order of calling up: completed, deployed, confirmed, offered, indicated. Source: MODEL § 7.
    var callUpRank: Int {
        switch self {
        case .completed: 0
        case .deployed: 1
        case .confirmed: 2
        case .offered: 3
        case .indicated: 4
        case .withdrawn: 5
        }
    }
}
