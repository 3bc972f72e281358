/// How well each run is staffed from its beginning on. Source: MODEL § 4, staffing.
struct Staffing: Sendable {
    /// By run: the least ratio so far; 1 before it begins.
    private(set) var least: [Double]
    /// By run: in its first period within the horizon, and in its last.
    private(set) var atStart: [Double]
    private(set) var atEnd: [Double]

    init(runs: Int) {
        least = Array(repeating: 1, count: runs)
        atStart = least
        atEnd = least
    }

    /// What was not recorded of the past binds nobody from now on.
    mutating func forgetThePast() {
        for run in least.indices { least[run] = 1 }
    }

    mutating func note(_ run: Int, ratio: Double, isFirst: Bool) {
        least[run] = min(least[run], ratio)
        if isFirst { atStart[run] = least[run] }
        atEnd[run] = least[run]
    }

    /// Students that are taught in the period noted last: MODEL § 4.
    static func students(seats: Int, staffing: Double) -> Int {
        floorWhole(Double(seats) * staffing)
    }
}
