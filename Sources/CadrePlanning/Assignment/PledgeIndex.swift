/// A pledge with persons on the current side, by its rank in the order of calling up.
struct PledgeIndex: CompactIndex {
    let compact: Int32
}
