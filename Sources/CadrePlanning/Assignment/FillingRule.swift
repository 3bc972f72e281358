/// Rule 1: the vector of filled posts, in the strict order, is lexicographically greatest. Source: MODEL § 7.
///
/// - Problem: The order is one of **portions**: a group whole, or one level of a group in a block. Fill each portion
///   as far as can be without taking from an earlier one.
/// - Algorithm: Some persons of a kind are *promised* to the portions so far. All others are as good as spare. A
///   portion is first promised what its kind has unpromised. For the rest a path is searched from the kind to a class
///   with spare persons or to a kind with unpromised ones, and the persons along it move on.
/// - Why it is exact: The sets of posts that can be filled are the independent sets of a transversal matroid (Edmonds
///   and Fulkerson, "Transversals and matroid partition", 1965). So taking portions greedily in order gives the
///   lexicographically greatest vector (Rado 1957, Edmonds 1971). Whether one more post can be filled is decided on the
///   placement without its unpromised persons, which fills exactly the promised posts. By Berge's theorem it can if
///   and only if there is an augmenting path. The choice of a kind's unpromised persons is free, so a path may end at
///   any entry of a kind that has some.
/// - Closed sets: A failed search has visited kinds K and all classes that may fill them. These classes have no person
///   to spare, and all their persons are promised in K. So K can never have more, and no path that enters K comes out.
/// - Warm starts: The argument holds for any placement and any persons in it, so the placement from which the rule
///   begins cannot show. The solve from scratch is the start in which no person is placed.
/// - Levels: A block in which no person is yet is first tried whole, without lasting promises: if all its posts
///   can be filled, each level of each group is full. Otherwise the promises are withdrawn and made level by level.
///   The persons brought in by the trial stay as unpromised ones.
struct FillingRule: AugmentingRule {
    let rows: BitRows
    private let firstInRow: Cells<ClassIndex, EntryIndex>
    private let assigned: Cells<KindIndex, Int>
    private let promised: Cells<KindIndex, Int>
    private let spare: BitRows

    init(_ solver: TotalsSolver) {
        rows = solver.matrix.classesOfKind
        firstInRow = solver.table.firstInRow
        assigned = solver.assigned.cells
        promised = solver.promisedToKind.cells
        spare = solver.spareClasses.rows
    }

    @inline(__always) func row(of hub: KindIndex) -> Int { hub.number }
    @inline(__always) func firstEntry(of spoke: ClassIndex) -> EntryIndex { firstInRow[spoke] }
    @inline(__always) func next(after entry: PersonEntry<ClassIndex, KindIndex>) -> EntryIndex { entry.nextInRow }
    @inline(__always) func spoke(of entry: PersonEntry<ClassIndex, KindIndex>) -> ClassIndex { entry.row }
    @inline(__always)
    func hub(of entry: PersonEntry<ClassIndex, KindIndex>, layer: Int) -> KindIndex? { entry.column }
    @inline(__always) func isGoal(_ hub: KindIndex) -> Bool { assigned[hub] > promised[hub] }
    @inline(__always)
    func goalSpoke(of hub: KindIndex) -> ClassIndex? { rows.firstCommon(hub.number, spare, 0).map { ClassIndex($0) } }
    @inline(__always)
    func pair(_ hub: KindIndex, _ spoke: ClassIndex) -> (ClassIndex, KindIndex) { (spoke, hub) }

    /// Returns a spare class that may fill a kind, one early in the order of calling up: rule 2 has less to do.
    func earlySpare(for hub: KindIndex) -> ClassIndex? {
        for rank in 1...TotalsSolver.spareRanks {
            if let number = rows.firstCommon(hub.number, spare, rank) { return ClassIndex(number) }
        }
        return nil
    }
}
