/// The groups of one key, by the rank of the first of them in the strict order.
struct NodeIndex: CompactIndex {
    let compact: Int32
}
