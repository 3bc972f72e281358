/// A number of one kind of thing, from 0, that indexes arrays of them.
protocol DenseIndex: BitwiseCopyable, Equatable {
    init(_ number: Int)
    var number: Int { get }
}

/// The number of a word or a layer: a count needs no dedicated type.
extension Int: DenseIndex {
    var number: Int { self }
}

extension CompactIndex {
    @inline(__always) init(_ number: Int) { self.init(compact: Int32(truncatingIfNeeded: number)) }
    @inline(__always) var number: Int { Int(compact) }
}
