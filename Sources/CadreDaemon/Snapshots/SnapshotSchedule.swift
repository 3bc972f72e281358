/// Decides when snapshots are written. Performs no I/O, and the time is an argument.
struct SnapshotSchedule: Equatable, Sendable {
    private enum Phase: Equatable {
        /// The earliest time of the next snapshot, or `nil` before the first.
        case idle(earliest: ContinuousClock.Instant?)
        case writing(earliest: ContinuousClock.Instant?)
        /// The journal is damaged: it is replayed at every start, and reports the damage.
        case disabled
    }

    private let settings: SnapshotSettings
    private var phase: Phase
    /// The sequence of the last snapshot, or of the last attempt to write one.
    private var covered: Int

    /// Creates the schedule at a start.
    /// - Parameters:
    ///   - covered: The sequence of the snapshot that was used, or 0.
    ///   - isDamaged: Whether the journal has events that cannot be parsed.
    init(covered: Int, isDamaged: Bool, settings: SnapshotSettings) {
        self.covered = covered
        self.settings = settings
        phase = isDamaged ? .disabled : .idle(earliest: nil)
    }

    /// Begins a snapshot if one is due.
    /// - Parameter sequence: The newest sequence.
    /// - Returns: Whether it must be written now. Call `end()` afterwards.
    mutating func begin(at sequence: Int, _ now: ContinuousClock.Instant) -> Bool {
        guard case .idle(let earliest) = phase, sequence - covered >= settings.events,
            earliest.map({ $0 <= now }) ?? true
        else { return false }
        covered = sequence
        phase = .writing(earliest: now + .seconds(settings.intervalSeconds))
        return true
    }

    /// Begins the last snapshot if there are newer events than the last one covers.
    mutating func beginLast(at sequence: Int) -> Bool {
        guard case .idle = phase, sequence > covered else { return false }
        covered = sequence
        phase = .writing(earliest: nil)
        return true
    }

    /// Ends the snapshot in progress, written or not.
    mutating func end() {
        if case .writing(let earliest) = phase { phase = .idle(earliest: earliest) }
    }
}
