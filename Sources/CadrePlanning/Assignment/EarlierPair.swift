/// An assignment of the previous period, in this period's numbers.
struct EarlierPair: BitwiseCopyable {
    var node: NodeIndex
    var persons: Int
}
