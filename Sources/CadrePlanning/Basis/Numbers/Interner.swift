/// Numbers for keys: 0, 1, 2 … in the order in which they are first seen. A key keeps its number.
struct Interner<Key: Hashable & Sendable>: Sendable {
    /// The keys by number.
    private(set) var keys: [Key] = []
    private var numbers: [Key: Int] = [:]

    var count: Int { keys.count }

    /// Returns the number of a key, or `nil` if it has none yet.
    func known(_ key: Key) -> Int? { numbers[key] }

    /// Returns the number of a key; a new key gets the next one.
    mutating func number(of key: Key) -> Int {
        if let number = numbers[key] { return number }
        numbers[key] = keys.count
        keys.append(key)
        return keys.count - 1
    }
}
