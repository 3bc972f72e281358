/// The last changes of a state, each told from every other by its identity, so that a copy of the state knows what it
/// has in common with another.
struct RecentChanges: Sendable {
    /// More changes than this are not worth following one by one.
    static let changesMax = 256

    private final class Change: Sendable {
        let key: EntityKey

        init(_ key: EntityKey) {
            self.key = key
        }
    }

    /// Newest last.
    private var all: [Change] = []

    mutating func note(_ key: EntityKey) {
        if all.count >= RecentChanges.changesMax { all.removeFirst(RecentChanges.changesMax / 2) }
        all.append(Change(key))
    }

    /// What changed after the newest change of `earlier`; `nil` where that is not among these.
    func since(_ earlier: RecentChanges) -> [EntityKey]? {
        guard let last = earlier.all.last else { return all.isEmpty ? [] : nil }
        guard let place = all.lastIndex(where: { $0 === last }) else { return nil }
        return all[(place + 1)...].map(\.key)
    }
}
