/// A kind of equivalent groups, those of one signature: a column of ``Eligibility``.
struct KindIndex: CompactIndex {
    let compact: Int32
}
