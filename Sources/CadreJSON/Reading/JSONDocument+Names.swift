extension JSONDocument {
    /// The members of one object by the indexes of their names; of several members with one name, the last.
    public struct FoundMembers {
        /// The number of names that can be searched for.
        public static let namesMax = 24

        /// An entry per name, 0 for a name that the object does not have: a member is never the first entry.
        @usableFromInline var entries = InlineArray<24, UInt32>(repeating: 0)

        /// Returns the value of the member whose name has this index, or `nil` if the object does not have it.
        @inlinable
        public subscript(index: Int) -> Node? {
            entries[index] == 0 ? nil : Node(index: Int(entries[index]))
        }
    }

    /// Finds the members of an object in one pass. Finds no members if the node is not an object.
    /// - Parameter names: At most `FoundMembers.namesMax` of them.
    public func find(_ names: JSONNames, in node: Node) -> FoundMembers {
        var found = FoundMembers()
        let entries = entries.span
        let object = entries[node.index]
        guard object.kind == .object else { return found }
        let text = bytes.span
        var index = node.index + 1
        let end = Int(object.next)
        while index < end {
            let member = entries[index]
            if let place = place(of: member, names, text) {
                found.entries[place] = UInt32(truncatingIfNeeded: index + 1)
            }
            index = Int(entries[index + 1].next)
        }
        return found
    }

    /// Returns the index of the name that equals a text, or `nil` if none does or the node is not a text.
    public func index(of names: JSONNames, _ node: Node) -> Int? {
        let entry = entries[node.index]
        return entry.kind == .text ? place(of: entry, names, bytes.span) : nil
    }

    @inline(__always)
    private func place(of entry: Entry, _ names: JSONNames, _ text: Span<UInt8>) -> Int? {
        guard !entry.hasEscapes else { return names.index(of: unescaped(entry)) }
        return names.index(of: text, Int(entry.start), Int(entry.end) - Int(entry.start))
    }
}
