/// An unusable snapshot, with the reason: the whole journal is replayed instead.
struct UnfitSnapshot: Error, Equatable {
    let reason: String

    init(_ reason: String) { self.reason = reason }
}
