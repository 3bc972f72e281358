/// The capabilities that a plan speaks of, by index, and which covers which. Source: MODEL § 6.
struct CapabilityTable: Sendable {
    private(set) var all: [Capability] = []
    private var indices: [Capability: Int] = [:]
    private var covering: [Bool] = []

    mutating func index(of capability: Capability) -> Int {
        if let index = indices[capability] { return index }
        indices[capability] = all.count
        all.append(capability)
        return all.count - 1
    }

    /// To be called when all are in, and again when one was added later.
    mutating func close() {
        covering = []
        covering.reserveCapacity(all.count * all.count)
        for required in all {
            for offered in all { covering.append(required.covers(offered)) }
        }
    }

    func covers(required: Int, offered: Int) -> Bool { covering[required * all.count + offered] }
}
