extension JSONDocument {
    /// Returns whether two values are the same JSON value. Source: CONTRACT § 9, `conflict`. O(n log n).
    ///
    /// Numbers are compared by value (1 = 1.0, exact to the last digit), never across kinds (1 ≠ true); lists in order;
    /// objects regardless of the order of their members. Of several members with one name, the last applies.
    public static func equal(_ a: JSONDocument, _ nodeA: Node, _ b: JSONDocument, _ nodeB: Node) -> Bool {
        guard a.kind(of: nodeA) == b.kind(of: nodeB) else { return false }
        switch a.kind(of: nodeA) {
        case .null: return true
        case .boolean: return a.boolean(nodeA) == b.boolean(nodeB)
        case .number: return equalNumbers(a.bytes[a.sourceRange(of: nodeA)], b.bytes[b.sourceRange(of: nodeB)])
        case .text: return a.textBytes(nodeA).elementsEqual(b.textBytes(nodeB))
        case .list:
            var others = b.elements(of: nodeB)
            for element in a.elements(of: nodeA) {
                guard let other = others.next(), equal(a, element, b, other) else { return false }
            }
            return others.next() == nil
        case .object:
            let membersA = a.standingMembers(of: nodeA)
            let membersB = b.standingMembers(of: nodeB)
            guard membersA.count == membersB.count else { return false }
            return zip(membersA, membersB).allSatisfy { one, other in
                one.name.elementsEqual(other.name) && equal(a, one.value, b, other.value)
            }
        }
    }

    /// Returns the members of an object by the bytes of their names; of several with one name, only the last.
    public func standingMembers(of node: Node) -> [(name: ArraySlice<UInt8>, value: Node)] {
        var sorted = members(of: node).map { (name: textBytes($0.name), value: $0.value) }
        sorted.sort { a, b in
            a.name.lexicographicallyPrecedes(b.name)
                || !b.name.lexicographicallyPrecedes(a.name) && a.value.index < b.value.index
        }
        var current: [(name: ArraySlice<UInt8>, value: Node)] = []
        current.reserveCapacity(sorted.count)
        for member in sorted {
            if let last = current.last, last.name.elementsEqual(member.name) { current.removeLast() }
            current.append(member)
        }
        return current
    }

    private func textBytes(_ node: Node) -> ArraySlice<UInt8> {
        let entry = entries[node.index]
        return entry.hasEscapes ? unescaped(entry)[...] : bytes[Int(entry.start)..<Int(entry.end)]
    }

    private static func equalNumbers(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Bool {
        if a.elementsEqual(b) { return true }
        let decimalA = JSONNumber.Decimal(a.span)
        let decimalB = JSONNumber.Decimal(b.span)
        guard decimalA.digits == decimalB.digits, decimalA.power == decimalB.power else { return false }
        guard decimalA.digits > 0 else { return true }
        guard decimalA.isNegative == decimalB.isNegative else { return false }
        return significant(a, decimalA.digits).elementsEqual(significant(b, decimalB.digits))
    }

    private static func significant(_ number: ArraySlice<UInt8>, _ digits: Int) -> some Sequence<UInt8> {
        number.lazy.filter { (0x30...0x39).contains($0) }.drop { $0 == 0x30 }.prefix(digits)
    }
}
