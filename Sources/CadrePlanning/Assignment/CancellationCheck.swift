/// Asks once in a while whether a computation is still wanted: a question costs more than a short search.
struct CancellationCheck {
    private var searches = 0

    /// Counts one search. Asks before the first one and then before each 64th.
    /// - Throws: `Superseded` if `isStopped` returns `true`.
    mutating func countSearch(_ isStopped: () -> Bool) throws(Superseded) {
        if searches & 63 == 0, isStopped() { throw Superseded() }
        searches += 1
    }
}
