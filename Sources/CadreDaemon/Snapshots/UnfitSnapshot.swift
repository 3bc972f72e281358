/// A snapshot that cannot be used, and why: the journal is replayed from its beginning instead.
struct UnfitSnapshot: Error, Equatable {
    let reason: String

    init(_ reason: String) { self.reason = reason }
}
