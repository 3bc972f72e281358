/// Small numbers ("slots") for those of many members that are in use.
///
/// Each load requests the members that it uses. A member keeps its slot until a load needs the slot for another one.
final class SlotTable {
    private static let noSlot: Int32 = -1
    private static let noMember: Int32 = -1

    private(set) var capacity = 0
    private let members: Int
    private let slotOfMember = Arena<Int, Int32>()
    private let memberOfSlot = Arena<Int, Int32>()
    /// The last load that used each slot.
    private let usedIn = Arena<Int, Int>()
    private var load = 0
    /// The number of members requested, and those of them that have no slot yet.
    private var requested = 0
    private let waiting = Arena<Int, Int32>()
    private var waitingCount = 0
    private let isWaiting = BitMatrix()
    /// The slot from which to look for one that is free.
    private var hand = 0

    init(members: Int) {
        self.members = members
        slotOfMember.reset(members, to: Self.noSlot)
        waiting.reserve(members)
        isWaiting.clear(rows: 1, bits: members)
    }

    /// The slot of each member, below 0 if it has none.
    var slots: Cells<Int, Int32> { slotOfMember.cells }
    var isAnyWaiting: Bool { waitingCount > 0 }

    /// Returns the slot of a member that this load uses, or `nil`.
    @inline(__always)
    func slot(of member: Int) -> Int? {
        guard member >= 0, member < members else { return nil }
        let slot = Int(slotOfMember.cells[member])
        return slot >= 0 && usedIn.cells[slot] == load ? slot : nil
    }

    /// Returns the slot of a member, even if only an earlier load used it, or `nil`.
    @inline(__always)
    func anySlot(of member: Int) -> Int? {
        let slot = Int(slotOfMember.cells[member])
        return slot >= 0 ? slot : nil
    }

    func member(in slot: Int) -> Int { Int(memberOfSlot.cells[slot]) }

    func begin() {
        load += 1
        requested = 0
        waitingCount = 0
    }

    /// Requests a slot for a member, any number of times.
    /// - Returns: Its slot, or a number below 0 if it waits for one.
    @inline(__always)
    func request(_ member: Int) -> Int32 {
        precondition(member >= 0 && member < members)
        let slot = slotOfMember.cells[member]
        guard slot >= 0 else {
            wait(member)
            return slot
        }
        if usedIn.cells[Int(slot)] != load {
            usedIn.cells[Int(slot)] = load
            requested += 1
        }
        return slot
    }

    private func wait(_ member: Int) {
        guard !isWaiting.rows.contains(member, in: 0) else { return }
        isWaiting.rows.insert(member, in: 0)
        waiting.cells[waitingCount] = Int32(truncatingIfNeeded: member)
        waitingCount += 1
        requested += 1
    }

    /// Makes room for all members requested.
    /// - Returns: Whether there was room. Otherwise ``requestAnew()`` is to be called.
    func makeRoom() -> Bool {
        guard requested > capacity else { return true }
        memberOfSlot.grow(to: BitWords.words(requested * 9 / 8) << 6, keeping: capacity)
        usedIn.grow(to: BitWords.words(requested * 9 / 8) << 6, keeping: capacity)
        for slot in capacity..<BitWords.words(requested * 9 / 8) << 6 {
            memberOfSlot.cells[slot] = Self.noMember
            usedIn.cells[slot] = 0
        }
        capacity = BitWords.words(requested * 9 / 8) << 6
        return false
    }

    /// Takes all slots from their members. Those that this load has requested wait.
    func requestAnew() {
        for slot in 0..<capacity where memberOfSlot.cells[slot] != Self.noMember {
            let member = Int(memberOfSlot.cells[slot])
            slotOfMember.cells[member] = Self.noSlot
            memberOfSlot.cells[slot] = Self.noMember
            guard usedIn.cells[slot] == load else { continue }
            usedIn.cells[slot] = 0
            requested -= 1
            wait(member)
        }
        hand = 0
    }

    /// Gives a slot to each member that waits, one that this load does not use.
    func assign(_ body: (_ member: Int, _ slot: Int) -> Void) {
        for index in 0..<waitingCount {
            let member = Int(waiting.cells[index])
            isWaiting.rows.remove(member, in: 0)
            while usedIn.cells[hand] == load { hand = hand + 1 < capacity ? hand + 1 : 0 }
            let evicted = memberOfSlot.cells[hand]
            if evicted != Self.noMember { slotOfMember.cells[Int(evicted)] = Self.noSlot }
            slotOfMember.cells[member] = Int32(truncatingIfNeeded: hand)
            memberOfSlot.cells[hand] = Int32(truncatingIfNeeded: member)
            usedIn.cells[hand] = load
            body(member, hand)
        }
        waitingCount = 0
    }
}
