/// Rules 1 to 3 of MODEL § 7 on classes of equivalent pledges and kinds of equivalent groups.
///
/// - Problem: A placement of persons (class by kind) whose vectors of filled posts, of persons used and of persons
///   used in theatre are, in this order, lexicographically greatest.
/// - Why classes and kinds suffice: Equivalent pledges can be exchanged, and so can equivalent groups. Only the totals
///   of a class or a kind matter until they are dealt out, in order.
/// - Warm starts: The three vectors are unique, so neither the numbering, nor the choice among paths, nor the
///   placement from which the rules begin can show. A placement that is nearly right saves nearly all searches.
/// - Running time: Loading costs the groups, the supplies and the start. Each rule costs a search
///   (``AugmentingSearch``) per path and per failure. A failed search never sees again what another one closed.
///
/// The rules are in ``FillingRule``, ``CallingUpRule`` and ``TheatreRule``, each with its proof.
final class TotalsSolver {
    let matrix: PeriodMatrix
    let table = PersonTable<ClassIndex, KindIndex>()
    let search = AugmentingSearch()

    /// The kind of each group with posts, and the class of each supply with persons.
    let kindOfGroup = Arena<Int, KindIndex>()
    let classOfSupply = Arena<Int, ClassIndex>()
    /// The kinds with posts in the period: in theatre (row 0) and abroad (row 1).
    let kindsBySide = BitMatrix()
    /// The classes with persons in the period.
    let presentClasses = BitMatrix()
    /// Persons of each class in the period, and all of them.
    let persons = Arena<ClassIndex, Int>()
    private(set) var personsInAll = 0
    /// The part of the order of calling up, from 1, in which each class's first supply is.
    let rankOfClass = Arena<ClassIndex, Int>()
    /// Persons of each class who have a post: the sum of the class's entries.
    let used = Arena<ClassIndex, Int>()
    /// Persons in each kind: the sum of the kind's entries.
    let assigned = Arena<KindIndex, Int>()

    /// Rule 1: persons of each kind promised to the portions so far, and classes with persons to spare: all of them
    /// (row 0), and by rank.
    let promisedToKind = Arena<KindIndex, Int>()
    let spareClasses = BitMatrix()
    /// Rules 2 and 3: persons of each class who are promised a post, or one in theatre.
    let promisedToClass = Arena<ClassIndex, Int>()
    /// Rule 3: persons of each class in theatre, classes for which no more can be done, the target's kinds abroad.
    let inTheatre = Arena<ClassIndex, Int>()
    let isFixed = Arena<ClassIndex, Bool>()
    let goalKinds = BitMatrix()
    let closedSets = ClosedSets()

    init(_ eligibility: EligibilityMatrix) {
        matrix = PeriodMatrix(eligibility)
    }

    /// Loads a period and the part of a placement that it allows.
    /// - Parameter start: Any placement. Unknown classes and signatures, pairs that are not eligible, kinds without
    ///   posts and persons in excess of the class are ignored.
    func load(_ period: AssignmentPeriod, from start: [ClassAssignment]) {
        kindOfGroup.reserve(period.groups.count)
        classOfSupply.reserve(period.supplies.count)
        matrix.load(period, classOfSupply.cells, kindOfGroup.cells)
        let classes = matrix.classes, kinds = matrix.kinds
        kindsBySide.clear(rows: 2, bits: kinds)
        let sides = kindsBySide.rows
        for (index, group) in period.groups.enumerated() where group.posts > 0 {
            let kind = kindOfGroup.cells[index].number
            sides.insert(kind, in: group.inTheatre ? 0 : 1)
            precondition(!sides.contains(kind, in: group.inTheatre ? 1 : 0), "one side per signature")
        }
        presentClasses.clear(rows: 1, bits: classes)
        persons.reset(classes, to: 0)
        personsInAll = 0
        let persons = persons.cells, present = presentClasses.rows
        rankOfClass.reserve(classes)
        let classOfSupply = classOfSupply.cells, rankOfClass = rankOfClass.cells
        let suppliesPerRank = period.supplies.count / Self.spareRanks + 1
        var rank = 1, rankEnd = suppliesPerRank
        for (index, supply) in period.supplies.enumerated() where supply.persons > 0 {
            while index >= rankEnd {
                rank += 1
                rankEnd += suppliesPerRank
            }
            let pledgeClass = classOfSupply[index], before = persons[pledgeClass]
            persons[pledgeClass] = before + supply.persons
            personsInAll += supply.persons
            guard before == 0 else { continue }
            rankOfClass[pledgeClass] = rank
            present.insert(pledgeClass.number, in: 0)
        }
        table.clear(rows: classes, columns: kinds)
        used.reset(classes, to: 0)
        assigned.reset(kinds, to: 0)
        for cell in start { place(cell) }
        checkInvariants()
    }

    private func place(_ cell: ClassAssignment) {
        guard let pledgeClass = matrix.index(ofClass: Int(cell.pledgeClass)),
            let kind = matrix.index(ofSignature: Int(cell.signature)),
            matrix.kindsOfClass.contains(kind.number, in: pledgeClass.number)
        else { return }
        let count = min(Int(cell.persons), persons.cells[pledgeClass] - used.cells[pledgeClass])
        guard count > 0 else { return }
        table.add(count, pledgeClass, kind)
        used.cells[pledgeClass] += count
        assigned.cells[kind] += count
    }

    /// The persons of each class in each signature, by class.
    ///
    /// A count beyond 32 bits is cut: as a start it is as good as another.
    var placement: [ClassAssignment] {
        var placement: [ClassAssignment] = []
        placement.reserveCapacity(2 * matrix.classes)
        let entries = table.entries, firstInRow = table.firstInRow
        presentClasses.rows.forEach(in: 0) { number in
            var at = firstInRow[ClassIndex(number)]
            while at != .end {
                let entry = entries[at]
                placement.append(
                    ClassAssignment(
                        pledgeClass: Int32(truncatingIfNeeded: matrix.pledgeClass(of: entry.row)),
                        signature: Int32(truncatingIfNeeded: matrix.signature(of: entry.column)),
                        persons: Int32(clamping: entry.persons)))
                at = entry.nextInRow
            }
        }
        return placement
    }

    /// Checks, in debug builds, what holds after each step of each rule.
    func checkInvariants() {
        #if DEBUG
            var assignedNow = [Int](repeating: 0, count: matrix.kinds)
            for number in 0..<matrix.classes {
                let pledgeClass = ClassIndex(number)
                var usedNow = 0
                var columns: Set<Int32> = []
                var at = table.firstInRow[pledgeClass]
                while at != .end {
                    let entry = table.entries[at]
                    precondition(entry.row == pledgeClass && entry.persons > 0, "an entry has persons of its class")
                    precondition(columns.insert(entry.column.compact).inserted, "a pair has one entry")
                    precondition(matrix.kindsOfClass.contains(entry.column.number, in: number), "a pair is eligible")
                    precondition(
                        kindsBySide.rows.contains(entry.column.number, in: 0)
                            || kindsBySide.rows.contains(entry.column.number, in: 1),
                        "persons are in kinds that have posts")
                    usedNow += entry.persons
                    assignedNow[entry.column.number] += entry.persons
                    at = entry.nextInRow
                }
                precondition(usedNow == used.cells[pledgeClass], "row sums are persons used")
                precondition(usedNow <= persons.cells[pledgeClass], "no person has two posts")
            }
            for number in 0..<matrix.kinds {
                precondition(
                    assignedNow[number] == assigned.cells[KindIndex(number)], "column sums are persons assigned")
            }
        #endif
    }
}
