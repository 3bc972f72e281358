import CadrePlanning
import CadreRuntime

extension Instant {
    /// Creates an instant from a reading of the machine's wall clock.
    /// - Parameter digits: The number of decimal digits of the second, 1 to 9.
    public init(_ time: WallTime, digits: Int) {
        self.init(seconds: time.seconds, fraction: time.fraction(digits: digits))
    }

    /// The machine's wall clock, to the microsecond.
    static var now: Instant { Instant(.now, digits: 6) }
}
