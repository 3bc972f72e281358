/// Rule 3: the vector of persons used in theatre, pledges in the order of calling up, is lexicographically greatest
/// among the placements that leave every fill and every use as it is. Source: MODEL § 7.
///
/// - Problem: Put the earliest pledges into theatre, the others abroad.
/// - Algorithm: A hub is a class on one side: it wants a post there. To bring a person of class c into theatre is a
///   cycle from (c, in theatre) to (c, abroad): c takes a post of r on the same side, and r moves. While r has more
///   in theatre than promised, it may change from in theatre to abroad; until r is fixed, from abroad to in theatre.
/// - Why it is exact: A placement that is better for c differs from the present one by such cycles. Two persons change
///   sides at once, so this is not a matroid: pledges go in order, and a promise is a lower bound until the class is
///   fixed. A class is fixed by its first failure: were a later equivalent pledge in theatre, exchanging the two would
///   have served the earlier.
/// - Closed sets: A failed search for c does not settle other goals, so the nodes that it visited are kept as one of
///   ``ClosedSets``.
/// - Warm starts: Any placement that has rule 1's fills and rule 2's uses will do.
struct TheatreRule: AugmentingRule {
    static var hasTwins: Bool { true }

    let rows: BitRows
    private let firstInColumn: Cells<KindIndex, EntryIndex>
    private let inTheatre: Cells<ClassIndex, Int>
    private let promised: Cells<ClassIndex, Int>
    private let isFixed: Cells<ClassIndex, Bool>
    private let goalKinds: BitRows
    private let target: ClassIndex
    /// The number of (class 0, abroad). The number of (class, in theatre) is the class's own.
    private let abroad: Int

    init(_ solver: TotalsSolver, target: ClassIndex) {
        rows = solver.matrix.kindsOfClass
        firstInColumn = solver.table.firstInColumn
        inTheatre = solver.inTheatre.cells
        promised = solver.promisedToClass.cells
        isFixed = solver.isFixed.cells
        goalKinds = solver.goalKinds.rows
        self.target = target
        abroad = solver.firstAbroad
    }

    @inline(__always) func isAbroad(_ hub: SidedClassIndex) -> Bool { hub.number >= abroad }
    @inline(__always)
    func pledgeClass(of hub: SidedClassIndex) -> ClassIndex {
        ClassIndex(isAbroad(hub) ? hub.number &- abroad : hub.number)
    }
    @inline(__always) func otherSide(_ hub: SidedClassIndex) -> SidedClassIndex {
        SidedClassIndex(isAbroad(hub) ? hub.number &- abroad : hub.number &+ abroad)
    }

    @inline(__always) func row(of hub: SidedClassIndex) -> Int { pledgeClass(of: hub).number }
    @inline(__always) func layer(of hub: SidedClassIndex) -> Int { isAbroad(hub) ? 1 : 0 }
    @inline(__always) func firstEntry(of spoke: KindIndex) -> EntryIndex { firstInColumn[spoke] }
    @inline(__always) func next(after entry: PersonEntry<ClassIndex, KindIndex>) -> EntryIndex { entry.nextInColumn }
    @inline(__always) func spoke(of entry: PersonEntry<ClassIndex, KindIndex>) -> KindIndex { entry.column }
    @inline(__always)
    func hub(of entry: PersonEntry<ClassIndex, KindIndex>, layer: Int) -> SidedClassIndex? {
        SidedClassIndex(layer == 0 ? entry.row.number : entry.row.number &+ abroad)
    }
    @inline(__always)
    func isGoal(_ hub: SidedClassIndex) -> Bool { hub.number == target.number &+ abroad }
    /// Returns a kind in which the hub's class could take the post that the target leaves.
    @inline(__always)
    func goalSpoke(of hub: SidedClassIndex) -> KindIndex? {
        guard isAbroad(hub) else { return nil }
        return rows.firstCommon(row(of: hub), goalKinds, 0).map { KindIndex($0) }
    }
    @inline(__always)
    func pair(_ hub: SidedClassIndex, _ spoke: KindIndex) -> (ClassIndex, KindIndex) { (pledgeClass(of: hub), spoke) }

    @inline(__always)
    func twin(of hub: SidedClassIndex) -> SidedClassIndex? {
        let pledgeClass = pledgeClass(of: hub)
        let mayChange =
            isAbroad(hub) ? !isFixed[pledgeClass] : inTheatre[pledgeClass] > promised[pledgeClass]
        return mayChange ? otherSide(hub) : nil
    }
    @inline(__always) func twin(before hub: SidedClassIndex) -> SidedClassIndex { otherSide(hub) }
    @inline(__always)
    func room(fromTwinOf hub: SidedClassIndex) -> Int {
        guard isAbroad(hub) else { return .max }
        let pledgeClass = pledgeClass(of: hub)
        return inTheatre[pledgeClass] - promised[pledgeClass]
    }
    @inline(__always)
    func moved(_ persons: Int, fromTwinOf hub: SidedClassIndex) {
        inTheatre[pledgeClass(of: hub)] += isAbroad(hub) ? -persons : persons
    }
}

extension TotalsSolver {
    /// The number of (class 0, abroad): the first of a word.
    var firstAbroad: Int { BitWords.words(matrix.classes) << 6 }

    /// Brings persons into theatre, after rule 2.
    /// - Parameter used: Persons used, per supply.
    /// - Returns: Persons used in theatre, per supply.
    func bringIntoTheatre(
        _ supplies: [AssignmentSupply], used usedBySupply: [Int], _ check: inout CancellationCheck,
        isStopped: () -> Bool
    ) throws(Superseded) -> [Int] {
        var result = [Int](repeating: 0, count: supplies.count)
        beginTheatre()
        let promised = promisedToClass.cells, inTheatre = inTheatre.cells, isFixed = isFixed.cells
        for index in supplies.indices where usedBySupply[index] > 0 {
            let target = classOfSupply.cells[index]
            let wanted = promised[target] + usedBySupply[index]
            while inTheatre[target] < wanted, !isFixed[target] {
                try check.countSearch(isStopped)
                isFixed[target] = !bringIn(target, atMost: wanted - inTheatre[target])
            }
            result[index] = min(usedBySupply[index], inTheatre[target] - promised[target])
            promised[target] += result[index]
        }
        checkInvariants()
        checkPromises(most: self.inTheatre)
        return result
    }

    private func beginTheatre() {
        promisedToClass.reset(matrix.classes, to: 0)
        isFixed.reset(matrix.classes, to: false)
        inTheatre.reset(matrix.classes, to: 0)
        goalKinds.clear(rows: 1, bits: matrix.kinds)
        search.clear(hubs: 2 * firstAbroad, spokes: matrix.kinds, layers: 2)
        closedSets.clear(hubWords: 2 * firstAbroad >> 6, spokeWords: BitWords.words(matrix.kinds))
        let entries = table.entries
        for side in 0...1 {
            kindsBySide.rows.forEach(in: side) { number in
                guard assigned.cells[KindIndex(number)] > 0 else { return }
                search.openSpokes.rows.insert(number, in: side)
                guard side == 0 else { return }
                var at = table.firstInColumn[KindIndex(number)]
                while at != .end {
                    inTheatre.cells[entries[at].row] += entries[at].persons
                    at = entries[at].nextInColumn
                }
            }
        }
        presentClasses.rows.forEach(in: 0) { number in
            search.openHubs.rows.insert(number, in: 0)
            search.openHubs.rows.insert(firstAbroad + number, in: 0)
        }
    }

    /// Brings persons of a class into theatre, along a shortest cycle.
    /// - Returns: Whether any person was moved.
    private func bringIn(_ target: ClassIndex, atMost wanted: Int) -> Bool {
        let goal = firstAbroad + target.number
        guard !closedSets.separates(target.number, from: goal), writeGoal(of: target) else { return false }
        search.begin()
        closedSets.removeClosed(from: search, goal: goal)
        let rule = TheatreRule(self, target: target)
        guard let end = search.path(rule, table, from: SidedClassIndex(target.number)) else {
            closedSets.keepSeen(by: search)
            return false
        }
        var count = min(wanted, search.room(rule, table, to: end))
        if let left = end.spoke {
            let entry = table.entry(target, left)
            count = min(count, table.entries[entry].persons)
            table.remove(count, from: entry)
        }
        search.move(count, rule, table, to: end)
        inTheatre.cells[target] += count
        closedSets.pathWent(from: target.number, to: goal)
        return true
    }

    /// Writes the kinds abroad in which a class has persons.
    /// - Returns: Whether there are any.
    private func writeGoal(of target: ClassIndex) -> Bool {
        let goal = goalKinds.rows
        for word in 0..<goal.wordsPerRow { goal.write(0, at: word, of: 0) }
        var any = false
        var at = table.firstInRow[target]
        while at != .end {
            let entry = table.entries[at]
            if kindsBySide.rows.contains(entry.column.number, in: 1) {
                goal.insert(entry.column.number, in: 0)
                any = true
            }
            at = entry.nextInRow
        }
        return any
    }
}
