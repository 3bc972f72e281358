import CadreJSON

extension EventReader {
    /// Returns whether two accepted events have the same `data`, compared as JSON values. If so, the second event of
    /// one `(source, id)` is a duplicate, otherwise a `conflict`. Source: CONTRACT § 9.
    /// - Parameters: The JSON of one event each, as in `ReceivedEvent.bytes`.
    public static func haveSameData(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        if a == b { return true }
        guard let a = try? JSONDocument(parsing: a), let b = try? JSONDocument(parsing: b),
            let dataA = a.member("data", of: a.root), let dataB = b.member("data", of: b.root)
        else { return false }
        return JSONDocument.equal(a, dataA, b, dataB)
    }
}
