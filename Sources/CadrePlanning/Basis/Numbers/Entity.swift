/// One entity of a mission with its current document.
///
/// A class of constants: an event replaces one of thousands, and the others are passed on by reference.
final class Entity<Value: Equatable & Sendable>: Equatable, Sendable {
    /// The number of the id within its kind. It stays the same for as long as the plan lives.
    let number: Int
    /// `NATION/PLEDGE` of a pledge, `SITE/COMMODITY` of a stock.
    let id: ID<Value>
    let value: Value
    /// Everything that the document names.
    let names: NamedReferences

    init(number: Int, id: ID<Value>, value: Value, names: NamedReferences) {
        self.number = number
        self.id = id
        self.value = value
        self.names = names
    }

    static func == (a: Entity, b: Entity) -> Bool {
        a === b || (a.number == b.number && a.id == b.id && a.value == b.value)
    }
}

extension Array {
    /// Returns the first index at which `isBehind` holds; it must hold at all indices after one at which it does.
    /// O(log n).
    func partitioningIndex(where isBehind: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
