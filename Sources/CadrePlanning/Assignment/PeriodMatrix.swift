/// The part of ``EligibilityMatrix`` that the current period uses, in separate small numbers (``ClassIndex``,
/// ``KindIndex``), so that rows of bits are short.
///
/// A class or a kind keeps its number from period to period until another one needs it. So only classes and kinds that
/// were in no recent period are written again: 7 to 10 % of the kinds if periods follow each other. Numbers depend on
/// history and decide no figure, for totals are unique. Bits of classes and kinds that the period does not use may be
/// left over: a search sees only those that are open.
final class PeriodMatrix {
    private let eligibility: EligibilityMatrix
    private let classSlots: SlotTable
    private let kindSlots: SlotTable
    private let byClass = BitMatrix()
    private let byKind = BitMatrix()

    /// The bounds of the numbers.
    var classes: Int { classSlots.capacity }
    var kinds: Int { kindSlots.capacity }
    /// The kinds that each class may fill, and the classes that may fill each kind.
    var kindsOfClass: BitRows { byClass.rows }
    var classesOfKind: BitRows { byKind.rows }

    init(_ eligibility: EligibilityMatrix) {
        self.eligibility = eligibility
        classSlots = SlotTable(members: eligibility.classes)
        kindSlots = SlotTable(members: eligibility.kinds)
    }

    /// Gives a number to each class with persons and each kind with posts, and writes those of each supply and group.
    func load(
        _ period: AssignmentPeriod, _ classOfSupply: Cells<Int, ClassIndex>, _ kindOfGroup: Cells<Int, KindIndex>
    ) {
        classSlots.begin()
        kindSlots.begin()
        // In the order of calling up: where numbers are new, a search that takes the lowest class takes an early one.
        for (index, supply) in period.supplies.enumerated() where supply.persons > 0 {
            classOfSupply[index] = ClassIndex(compact: classSlots.request(supply.pledgeClass))
        }
        for (index, group) in period.groups.enumerated() where group.posts > 0 {
            kindOfGroup[index] = KindIndex(compact: kindSlots.request(group.signature))
        }
        guard classSlots.isAnyWaiting || kindSlots.isAnyWaiting else { return }
        let hasRoom = classSlots.makeRoom(), hasRoomForKinds = kindSlots.makeRoom()
        if !hasRoom || !hasRoomForKinds {
            classSlots.requestAnew()
            kindSlots.requestAnew()
            byClass.clear(rows: classes, bits: kinds)
            byKind.clear(rows: kinds, bits: classes)
        }
        classSlots.assign { pledgeClass, slot in
            replace(slot, byClass.rows, byKind.rows, eligibility.kindsOfClass, pledgeClass, kindSlots)
        }
        kindSlots.assign { signature, slot in
            replace(slot, byKind.rows, byClass.rows, eligibility.classesOfKind, signature, classSlots)
        }
        let newSlots = classSlots.slots, newKindSlots = kindSlots.slots
        for (index, supply) in period.supplies.enumerated() where supply.persons > 0 {
            classOfSupply[index] = ClassIndex(compact: newSlots[supply.pledgeClass])
        }
        for (index, group) in period.groups.enumerated() where group.posts > 0 {
            kindOfGroup[index] = KindIndex(compact: newKindSlots[group.signature])
        }
    }

    /// Returns the number of a class with persons in the period, or `nil`; likewise of a signature with posts.
    @inline(__always)
    func index(ofClass pledgeClass: Int) -> ClassIndex? { classSlots.slot(of: pledgeClass).map { ClassIndex($0) } }
    @inline(__always)
    func index(ofSignature signature: Int) -> KindIndex? { kindSlots.slot(of: signature).map { KindIndex($0) } }
    func pledgeClass(of index: ClassIndex) -> Int { classSlots.member(in: index.number) }
    func signature(of index: KindIndex) -> Int { kindSlots.member(in: index.number) }

    /// Writes the row of a slot's new member, and its bit in the rows of the other side.
    private func replace(
        _ slot: Int, _ rows: BitRows, _ others: BitRows, _ source: BitRows, _ member: Int, _ otherSlots: SlotTable
    ) {
        rows.forEach(in: slot) { others.remove(slot, in: $0) }
        for word in 0..<rows.wordsPerRow { rows.write(0, at: word, of: slot) }
        source.forEach(in: member) { other in
            guard let otherSlot = otherSlots.anySlot(of: other) else { return }
            rows.insert(otherSlot, in: slot)
            others.insert(slot, in: otherSlot)
        }
    }
}
