/// A class of equivalent pledges: a row of ``Eligibility``.
struct ClassIndex: CompactIndex {
    let compact: Int32
}
