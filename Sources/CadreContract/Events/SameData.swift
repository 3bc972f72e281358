import CadreJSON

extension EventReader {
    /// Whether two accepted events say the same: what a second arrival of one `(source, id)` must do to be a duplicate
    /// and no `conflict`. Only `data` counts, compared as JSON values. Source: CONTRACT § 9.
    /// - Parameters: The JSON of one event each, as in `ReceivedEvent.bytes`.
    public static func haveSameData(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        if a == b { return true }
        guard let a = try? JSONDocument(parsing: a), let b = try? JSONDocument(parsing: b),
            let dataA = a.member("data", of: a.root), let dataB = b.member("data", of: b.root)
        else { return false }
        return JSONDocument.equal(a, dataA, b, dataB)
    }
}
