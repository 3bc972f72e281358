/// An entry of a ``PersonTable``.
struct EntryIndex: CompactIndex {
    let compact: Int32

    /// The end of a list.
    static var end: EntryIndex { EntryIndex(compact: -1) }
    /// Not an entry: the path begins here.
    static var start: EntryIndex { EntryIndex(compact: -2) }
    /// Not an entry: the path comes from the hub's twin.
    static var twin: EntryIndex { EntryIndex(compact: -3) }
}
