/// The number of each pledge's nation, by the number of the pledge. It never changes, since the id names the nation.
struct PledgeNations: Sendable {
    private(set) var nations: [Int]
    /// The number of nations.
    let count: Int
    /// Room for one number per pledge; all 0 between uses.
    var before: [Int]
    /// Room for one flag per pledge; all `false` between uses.
    var isRotating: [Bool]

    init(_ basis: Basis) {
        nations = Array(repeating: 0, count: basis.numbers.entities.pledges.count)
        count = basis.numbers.entities.nations.count
        before = nations
        isRotating = Array(repeating: false, count: nations.count)
        for entry in basis.pledges { nations[entry.number] = entry.nation }
    }
}
