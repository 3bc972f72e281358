/// How well each run is staffed from its beginning on. Source: MODEL § 4, staffing.
struct Staffing: Sendable {
    /// By run: its periods within the horizon, and where in `least` they begin.
    private let windows: [Range<Int>]
    private let begins: [Int]
    /// By run and period of its window: the least ratio so far.
    private var least: [Double]
    /// By run: in its first period within the horizon, and in its last; 1 where there is none.
    private(set) var atStart: [Double]
    private(set) var atEnd: [Double]

    init(_ runs: [CourseRun], _ horizon: Horizon) {
        windows = runs.map { $0.window(horizon) }
        var begins: [Int] = []
        var count = 0
        for window in windows {
            begins.append(count)
            count += window.count
        }
        self.begins = begins
        least = Array(repeating: 1, count: count)
        atStart = Array(repeating: 1, count: runs.count)
        atEnd = atStart
    }

    /// Notes a run's ratio in a period in which it is at work; periods ascending.
    /// - Parameter forgetsThePast: What was not recorded of the past binds nobody from this period on.
    /// - Returns: Whether the run is staffed otherwise than was noted of this period before, and works on after it.
    mutating func note(_ run: Int, ratio: Double, in period: Int, forgetsThePast: Bool) -> Bool {
        let window = windows[run]
        let place = begins[run] + period - window.lowerBound
        let before = forgetsThePast || period == window.lowerBound ? 1 : least[place - 1]
        let now = min(before, ratio)
        let isNews = least[place] != now
        if isNews { least[place] = now }
        if period == window.lowerBound, atStart[run] != now { atStart[run] = now }
        let isLast = period == window.upperBound - 1
        if isLast, atEnd[run] != now { atEnd[run] = now }
        return isNews && !isLast
    }

    /// Of a period that was noted: the least ratio from its first to this one.
    func least(_ run: Int, in period: Int) -> Double {
        least[begins[run] + period - windows[run].lowerBound]
    }

    /// Students that are taught in a period.
    static func students(seats: Int, staffing: Double) -> Int {
        floorWhole(Double(seats) * staffing)
    }
}
