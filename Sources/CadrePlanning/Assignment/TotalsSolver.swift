/// Rules 1 to 3 of MODEL § 7 on classes of alike pledges and kinds of alike groups.
///
/// Alike pledges can be exchanged, and so can alike groups on the same side (in theatre or abroad): only the totals
/// of a class or kind matter until they are dealt out, in order. What comes out is unique, so neither the numbering
/// nor the choice among chains can show.
final class TotalsSolver {
    let matrix: PeriodMatrix
    /// Class by kind.
    let table = SeatTable()

    /// Per group of the period its kind (a node of `matrix`), or -1 where it has no posts.
    let kindOfGroup = ArenaBlock<Int>()
    /// Per supply of the period its class, or -1 where it has no persons.
    let classOfSupply = ArenaBlock<Int>()
    /// Kinds that groups of the period have.
    let kindsInUse = ArenaBlock<UInt64>()
    /// Persons per class.
    let persons = ArenaBlock<Int>()
    private(set) var personsInAll = 0
    /// Persons of a class who have a post.
    let used = ArenaBlock<Int>()
    /// Persons of a class who are promised something by the rule at hand: a post, or one in theatre.
    let promised = ArenaBlock<Int>()
    /// Persons of a class who have a post in theatre.
    let inTheatre = ArenaBlock<Int>()
    /// Classes that rule 3 can do no more for.
    let isFixed = ArenaBlock<Bool>()

    /// What a search has not seen, and what of it no later search need see.
    let unseenClasses = ArenaBlock<UInt64>(), openClasses = ArenaBlock<UInt64>()
    let unseenKinds = ArenaBlock<UInt64>(), openKinds = ArenaBlock<UInt64>()
    let spareClasses = ArenaBlock<UInt64>()
    /// The same for rule 3: classes that want a seat in theatre, abroad, and kinds.
    let unseenNodes = ArenaBlock<UInt64>()
    /// Number of the search that saw it last; `Int.max` when closed for good.
    let seenIn = ArenaBlock<Int>()
    var searches = 0
    /// How a search came to a class: by this entry; and to a kind: from this class.
    let entryTo = ArenaBlock<Int32>()
    let classTo = ArenaBlock<Int>()
    let queue = ArenaBlock<Int>()
    let shut = ClosedSets()

    /// Per signature the kinds of this period with it, in theatre and abroad, or -1.
    private let kindOfSignature = ArenaBlock<Int>()

    init(eligibility: Eligibility) {
        matrix = PeriodMatrix(eligibility: eligibility)
        kindOfSignature.need(2 * eligibility.signatures, all: -1)
    }

    var classes: Int { matrix.classes }

    /// Numbers classes and kinds of a period and empties all seats.
    func load(_ period: AssignmentPeriod) {
        classOfSupply.need(period.supplies.count)
        kindOfGroup.need(period.groups.count)
        matrix.begin(nodesInTheatre: numberKindsInTheatre(period.groups), nodesMax: period.groups.count)
        // In calling-up order: a search that takes the lowest class takes one that rule 2 wants early.
        personsInAll = 0
        persons.need(min(period.supplies.count, matrix.eligibility.classes), all: 0)
        for (index, supply) in period.supplies.enumerated() {
            guard supply.persons > 0 else {
                classOfSupply.cells[index] = -1
                continue
            }
            let local = matrix.number(ofClass: supply.pledgeClass)
            classOfSupply.cells[index] = local
            persons.cells[local] += supply.persons
            personsInAll += supply.persons
        }
        for inTheatre in [true, false] { addKinds(period.groups, inTheatre: inTheatre) }
        for group in period.groups where group.posts > 0 {
            kindOfSignature.cells[2 * group.signature] = -1
            kindOfSignature.cells[2 * group.signature + 1] = -1
        }
        matrix.buildColumns()
        table.clear(rows: classes, columns: matrix.nodes)
        searches = 0
        makeRoom()
        BitWords.setFirst(matrix.nodes, of: kindsInUse.cells, words: matrix.nodeWords)
    }

    /// Who is placed where now, in the mission's own numbers.
    var placement: [Placed] {
        var placed: [Placed] = []
        placed.reserveCapacity(2 * classes)
        for local in 0..<classes {
            var at = table.firstInRow.cells[local]
            while at >= 0 {
                let entry = table.entries.cells[Int(at)]
                placed.append(
                    Placed(
                        pledgeClass: Int32(truncatingIfNeeded: matrix.missionClass.cells[local]),
                        signature: Int32(
                            truncatingIfNeeded: matrix.signatureOfNode.cells[Int(entry.column)]),
                        persons: Int32(truncatingIfNeeded: entry.persons)))
                at = entry.nextInRow
            }
        }
        return placed
    }

    func makeRoom() {
        let nodes = matrix.nodes, sides = 2 * matrix.classWords << 6
        used.need(classes)
        promised.need(classes)
        inTheatre.need(classes)
        isFixed.need(classes)
        seenIn.need(max(classes, nodes))
        entryTo.need(max(sides, nodes))
        classTo.need(nodes)
        queue.need(max(sides, nodes))
        unseenClasses.need(matrix.classWords)
        openClasses.need(matrix.classWords)
        spareClasses.need(matrix.classWords)
        kindsInUse.need(matrix.nodeWords)
        unseenKinds.need(matrix.nodeWords)
        openKinds.need(matrix.nodeWords)
        unseenNodes.need(2 * matrix.classWords + matrix.nodeWords)
    }

    /// Counts the signatures in theatre; their cells are -2 until they have a kind.
    private func numberKindsInTheatre(_ groups: [AssignmentGroup]) -> Int {
        var kinds = 0
        for group in groups where group.posts > 0 && group.inTheatre {
            precondition(group.signature >= 0 && group.signature < matrix.eligibility.signatures)
            if kindOfSignature.cells[2 * group.signature] == -1 {
                kindOfSignature.cells[2 * group.signature] = -2
                kinds += 1
            }
        }
        return kinds
    }

    private func addKinds(_ groups: [AssignmentGroup], inTheatre: Bool) {
        for (index, group) in groups.enumerated() {
            guard group.posts > 0 else {
                kindOfGroup.cells[index] = -1
                continue
            }
            guard group.inTheatre == inTheatre else { continue }
            precondition(group.signature >= 0 && group.signature < matrix.eligibility.signatures)
            let cell = 2 * group.signature + (inTheatre ? 0 : 1)
            if kindOfSignature.cells[cell] < 0 {
                kindOfSignature.cells[cell] = matrix.addNode(signature: group.signature)
            }
            kindOfGroup.cells[index] = kindOfSignature.cells[cell]
        }
    }
}

/// Asks whether the work is still wanted, once in a while: a question costs more than a short search.
struct Patience {
    private var searches = 0

    mutating func spend(_ isStopped: () -> Bool) throws(Superseded) {
        if searches & 63 == 0, isStopped() { throw Superseded() }
        searches += 1
    }
}
