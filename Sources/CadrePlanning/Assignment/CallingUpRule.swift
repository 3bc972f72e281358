/// Rule 2: the vector of persons used, pledges in the order of calling up, is lexicographically greatest among the
/// placements that leave every group as full as rule 1 made it. Source: MODEL § 7.
///
/// - Problem: Fill the same posts with the earliest pledges.
/// - Algorithm: Pledges in order. While a class uses fewer persons than it has promised and the pledge wants, a path
///   is searched from the class to one that uses more than it has been promised: that one gives way.
/// - Why it is exact: Sets of persons that can fill these posts form a transversal matroid, so the greedy order is
///   exact. A path keeps every fill and every promise, and by Berge's theorem none is missed. Both rules hold at once
///   by Mendelsohn and Dulmage, "Some generalizations of the problem of distinct representatives" (1958). The total of
///   a class suffices, because equivalent pledges are served in order.
/// - Closed sets: A failed search has visited only classes that use no more than promised, and no entry leads out of
///   the nodes that it visited. Promises only grow, so no class there will ever give way.
/// - Warm starts: Any placement that has rule 1's fills will do.
struct CallingUpRule: AugmentingRule {
    let rows: BitRows
    private let firstInColumn: Cells<KindIndex, EntryIndex>
    private let used: Cells<ClassIndex, Int>
    private let promised: Cells<ClassIndex, Int>

    init(_ solver: TotalsSolver) {
        rows = solver.matrix.kindsOfClass
        firstInColumn = solver.table.firstInColumn
        used = solver.used.cells
        promised = solver.promisedToClass.cells
    }

    @inline(__always) func row(of hub: ClassIndex) -> Int { hub.number }
    @inline(__always) func firstEntry(of spoke: KindIndex) -> EntryIndex { firstInColumn[spoke] }
    @inline(__always) func next(after entry: PersonEntry<ClassIndex, KindIndex>) -> EntryIndex { entry.nextInColumn }
    @inline(__always) func spoke(of entry: PersonEntry<ClassIndex, KindIndex>) -> KindIndex { entry.column }
    @inline(__always)
    func hub(of entry: PersonEntry<ClassIndex, KindIndex>, layer: Int) -> ClassIndex? { entry.row }
    @inline(__always) func isGoal(_ hub: ClassIndex) -> Bool { used[hub] > promised[hub] }
    @inline(__always) func goalSpoke(of hub: ClassIndex) -> KindIndex? { nil }
    @inline(__always)
    func pair(_ hub: ClassIndex, _ spoke: KindIndex) -> (ClassIndex, KindIndex) { (hub, spoke) }
}

extension TotalsSolver {
    /// Calls pledges up, after rule 1.
    /// - Returns: Persons used, per supply.
    func callUp(
        _ supplies: [AssignmentSupply], _ check: inout CancellationCheck, isStopped: () -> Bool
    ) throws(Superseded) -> [Int] {
        var result = [Int](repeating: 0, count: supplies.count)
        promisedToClass.reset(matrix.classes, to: 0)
        search.clear(hubs: matrix.classes, spokes: matrix.kinds, layers: 1)
        search.openHubs.rows.copy(presentClasses.rows, rows: 1)
        var left = 0
        for side in 0...1 {
            kindsBySide.rows.forEach(in: side) { number in
                // A kind without persons leads nowhere.
                guard assigned.cells[KindIndex(number)] > 0 else { return }
                search.openSpokes.rows.insert(number, in: 0)
                left += assigned.cells[KindIndex(number)]
            }
        }
        let promised = promisedToClass.cells, used = used.cells
        let rule = CallingUpRule(self)
        let open = search.openHubs.rows, classOfSupply = classOfSupply.cells
        for index in supplies.indices where supplies[index].persons > 0 {
            let target = classOfSupply[index], persons = supplies[index].persons
            let wanted = promised[target] + persons
            while used[target] < wanted, open.contains(target.number, in: 0) {
                try check.countSearch(isStopped)
                if !makeWay(for: target, atMost: wanted - used[target], rule) { search.close() }
            }
            let count = min(persons, used[target] - promised[target])
            guard count > 0 else { continue }
            result[index] = count
            promised[target] += count
            left -= count
            if left == 0 { break }
        }
        checkInvariants()
        checkPromises(most: self.used)
        return result
    }

    /// Brings persons of a class into posts; another class gives way.
    /// - Returns: Whether any person was moved.
    private func makeWay(for target: ClassIndex, atMost wanted: Int, _ rule: CallingUpRule) -> Bool {
        guard let end = search.openPath(rule, table, from: target) else { return false }
        let giver = end.hub
        let count = min(wanted, used.cells[giver] - promisedToClass.cells[giver], search.room(rule, table, to: end))
        search.move(count, rule, table, to: end)
        used.cells[giver] -= count
        used.cells[target] += count
        return true
    }

    /// Checks, in debug builds, that no class is promised more than it has.
    func checkPromises(most: Arena<ClassIndex, Int>) {
        #if DEBUG
            for number in 0..<matrix.classes {
                let pledgeClass = ClassIndex(number)
                precondition(promisedToClass.cells[pledgeClass] <= most.cells[pledgeClass], "promises are kept")
            }
        #endif
    }
}
