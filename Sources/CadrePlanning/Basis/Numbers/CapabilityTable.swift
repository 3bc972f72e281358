/// The capabilities that a plan names, by number, and which covers which. Source: MODEL § 6.
struct CapabilityTable: Sendable {
    private var interner = Interner<Capability>()
    /// For each capability the numbers of those that it covers, itself included, ascending.
    private(set) var covered: [[Int]] = []
    /// For each capability the numbers of those that cover it, itself included, ascending.
    private(set) var coveredBy: [[Int]] = []

    /// The capabilities by number.
    var all: [Capability] { interner.keys }

    func known(_ capability: Capability) -> Int? { interner.known(capability) }

    mutating func number(of capability: Capability) -> Int {
        let count = interner.count
        let number = interner.number(of: capability)
        guard number == count else { return number }
        covered.append([])
        coveredBy.append([])
        for other in 0...number {
            if capability.covers(interner.keys[other]) { link(number, covers: other) }
            if other < number, interner.keys[other].covers(capability) { link(other, covers: number) }
        }
        return number
    }

    private mutating func link(_ required: Int, covers offered: Int) {
        covered[required].append(offered)
        coveredBy[offered].append(required)
    }

    /// Returns whether a person with the capability `offered` can fill a post that asks for `required`.
    func covers(required: Int, offered: Int) -> Bool {
        all[required].covers(all[offered])
    }
}
