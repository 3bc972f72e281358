/// A class on one side, in theatre or abroad.
struct SidedClassIndex: CompactIndex {
    let compact: Int32
}
