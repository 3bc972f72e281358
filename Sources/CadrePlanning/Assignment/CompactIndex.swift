/// An index of 32 bits.
protocol CompactIndex: DenseIndex {
    var compact: Int32 { get }
    init(compact: Int32)
}
