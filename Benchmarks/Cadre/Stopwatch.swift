import Glibc

/// The wall time and CPU time of this process.
struct Stopwatch {
    private let wall = ContinuousClock.now
    private let cpu = Self.cpuSeconds

    var wallSeconds: Double {
        let elapsed = wall.duration(to: .now).components
        return Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18
    }
    var cpuSeconds: Double { Self.cpuSeconds - cpu }

    private static var cpuSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }

    /// The best wall and CPU time of several runs, in milliseconds.
    static func best(of runs: Int, _ work: () throws -> Void) rethrows -> (wall: Double, cpu: Double) {
        var best = (wall: Double.infinity, cpu: Double.infinity)
        for _ in 0..<runs {
            let watch = Stopwatch()
            try work()
            best = (min(best.wall, watch.wallSeconds * 1_000), min(best.cpu, watch.cpuSeconds * 1_000))
        }
        return best
    }
}

/// Returns a number with one decimal: `12.3` of 12.3456.
func tenths(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "–" }
    let scaled = Int((value * 10).rounded())
    return "\(scaled / 10).\(abs(scaled % 10))"
}
