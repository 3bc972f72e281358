import CadrePlanning

/// The dates up to which this machine's wall clock is believed. Performs no I/O. Source: CONTRACT § 2, `clock.advanced`.
///
/// A clock that is years ahead for half a minute must not move the clocks of missions. A date is believed if it is at
/// most two days after the newest time that the node knows of, or if as many days passed on the monotonic clock since.
/// All times are in seconds: wall times since 1970, monotonic ones since the start of the node.
struct TrustedDates: Equatable, Sendable {
    /// The days by which the wall clock may be ahead of what the node knows of.
    static let aheadDaysMax = 2
    /// The wall clock may be corrected by this much against the monotonic clock; only more counts as a jump.
    static let driftSecondsMax = 3_600
    private static let daySeconds = 86_400

    /// The wall clock when the node started.
    private let start: Int
    /// The newest wall time known, or `nil` if nothing is known.
    private var newest: Int?
    /// The greatest difference between a wall time known and the monotonic clock when it became known.
    private var offset = 0

    /// Creates the dates at the start of the node.
    /// - Parameters:
    ///   - start: The wall clock when the node started, at monotonic time 0.
    ///   - recorded: Wall times of an earlier run: the newest `received` of the journal, the node's last clock events.
    init(start: Int, recorded: [Int]) {
        self.start = start
        newest = recorded.max()
        offset = newest ?? 0
    }

    /// Takes in the time at which an event was received.
    ///
    /// It is believed if its date is, or if the wall clock has not jumped since the node started: then it shows that time
    /// went on while the node was away. A time that a jump brought about proves nothing.
    mutating func learn(received wall: Int, at monotonic: Int) {
        if newest != nil {
            let hasJumped = wall - monotonic > start + TrustedDates.aheadDaysMax * TrustedDates.daySeconds
            guard !hasJumped || isTrusted(TrustedDates.day(wall), at: monotonic) else { return }
        }
        offset = newest == nil ? wall - monotonic : max(offset, wall - monotonic)
        newest = max(newest ?? wall, wall)
    }

    /// Returns whether a date is believed at a monotonic time.
    func isTrusted(_ day: Day, at monotonic: Int) -> Bool {
        guard let newest else { return true }
        let elapsed = TrustedDates.day(offset + monotonic + TrustedDates.driftSecondsMax)
        return day.number <= max(TrustedDates.day(newest).number + TrustedDates.aheadDaysMax, elapsed.number)
    }

    /// The newest date known, or `nil` if nothing is known.
    var newestDay: Day? { newest.map(TrustedDates.day) }

    private static func day(_ seconds: Int) -> Day { Instant(seconds: seconds).day }
}
