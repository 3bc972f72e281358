/// Rule 4 of MODEL § 7: who sits where, so that most persons stay in the group where they sat before.
///
/// Totals are fixed, so the two sides, in theatre and abroad, have nothing to do with each other and are solved one
/// after the other: a transport of the persons of each pledge to the groups of the side, in which the first `before`
/// persons of a pair count 1. It begins with everybody where he sat, as though there were room: nothing better can
/// be, but pledges and groups have too many or too few. Then ``balance(isStopped:)`` moves the least number.
///
/// What comes out is a fixed function of the arguments: pledges go by calling-up order, groups by strict order.
final class ContinuitySolver {
    /// Nodes are the groups that have persons.
    let matrix: PeriodMatrix
    var nodesInTheatre = 0
    let groupOfNode = ArenaBlock<Int>()
    /// Per key and per pledge of the mission its node or number here, or -1, and how many these tables know.
    let nodeOfKey = ArenaBlock<Int>()
    var keys = 0
    let numberOfPledge = ArenaBlock<Int>()
    var pledgeNumbers = 0

    /// The side at hand: pledges that use persons there, in order; groups as nodes of the matrix, in these words.
    var pledges = 0
    var side = 0..<0
    var sideWords = 0..<0
    /// Per pledge its class, its supply in the period, persons without a seat (below 0: more have one than may).
    let classOfPledge = ArenaBlock<Int>()
    let supplyOfPledge = ArenaBlock<Int>()
    let unseated = ArenaBlock<Int>()
    /// Per node posts to fill yet (below 0: too many sit there), and the nodes where there are any.
    let vacant = ArenaBlock<Int>()
    let vacantNodes = ArenaBlock<UInt64>()
    /// Pairs of pledge and node that have or had persons.
    let pairs = PairTable()
    /// Pairs of the period before, sorted, and where each pledge's begin and end.
    let earlier = ArenaBlock<EarlierPair>()
    let begins = ArenaBlock<Int>()
    let ends = ArenaBlock<Int>()

    /// Labels of pledges and nodes; per label the nodes that have it, and those of them that a search may still see.
    let pledgeLabel = ArenaBlock<Int>()
    let nodeLabel = ArenaBlock<Int>()
    var labels = 1
    let labelled = ArenaBlock<UInt64>()
    let open = ArenaBlock<UInt64>()
    /// Number of the search that saw a pledge last; `Int.max` when it is dead in this phase.
    let seenIn = ArenaBlock<Int>()
    var searches = 0
    /// How a search came to a node: from this pledge, by this pair (-1: none counts); to a pledge: by this pair.
    let pledgeTo = ArenaBlock<Int>()
    let pairToNode = ArenaBlock<Int32>()
    let pairToPledge = ArenaBlock<Int32>()
    /// Pledges by their numbers, nodes as `-1 - node`.
    let queue = ArenaBlock<Int>()

    private var seated: [Seated] = []

    /// Persons of a supply in a group, both by their index in the period.
    private struct Seated {
        var supply: Int
        var group: Int
        var persons: Int
    }

    init(eligibility: Eligibility) {
        matrix = PeriodMatrix(eligibility: eligibility)
    }

    func seats(
        _ period: AssignmentPeriod, totals: AssignmentTotals, previous: [Seat], isStopped: () -> Bool
    ) throws(Superseded) -> [Seat] {
        load(period, totals: totals)
        seated.removeAll(keepingCapacity: true)
        var patience = Patience()
        for inTheatre in [true, false] {
            loadSide(period, totals: totals, inTheatre: inTheatre)
            guard pledges > 0 else { continue }
            seatAsBefore(previous)
            try balance(&patience, isStopped: isStopped)
            collect()
        }
        return ranked(period)
    }

    /// Adds the seats of the side, in the order of supplies.
    private func collect() {
        let cells = pairs.cells.cells, first = pairs.firstOfPledge.cells
        for number in 0..<pledges {
            var at = first[number]
            while at >= 0 {
                let pair = cells[Int(at)]
                if pair.persons > 0 {
                    let group = groupOfNode.cells[Int(pair.node)]
                    seated.append(Seated(supply: supplyOfPledge.cells[number], group: group, persons: pair.persons))
                }
                at = pair.nextOfPledge
            }
        }
    }

    /// Sorts by group, keeping the order of supplies: a group is on one side only.
    private func ranked(_ period: AssignmentPeriod) -> [Seat] {
        let groups = period.groups.count
        begins.need(groups + 1, all: 0)
        for seat in seated { begins.cells[seat.group] += 1 }
        var end = 0
        for group in 0..<groups {
            end += begins.cells[group]
            begins.cells[group] = end - begins.cells[group]
        }
        return [Seat](unsafeUninitializedCapacity: seated.count) { buffer, count in
            for seat in seated {
                let at = begins.cells[seat.group]
                begins.cells[seat.group] += 1
                buffer.initializeElement(
                    at: at,
                    to: Seat(
                        pledge: period.supplies[seat.supply].pledge, key: period.groups[seat.group].key,
                        persons: seat.persons))
            }
            count = seated.count
        }
    }
}
