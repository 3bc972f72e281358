import Glibc
import Synchronization

/// The precedence of plans and questions over assignments, ranges and gaps, which pause meanwhile.
///
/// A pause is short, and followed by time to work: a steady stream of events delays them, but does not stop them.
final class PlanPrecedence: Sendable {
    /// The pauses of one computation; its parts may run on several threads.
    final class Pauses: Sendable {
        private let precedence: PlanPrecedence
        private let earliest = Mutex(ContinuousClock.now)

        fileprivate init(_ precedence: PlanPrecedence) { self.precedence = precedence }

        /// Blocks the calling thread for a while if a plan or a question is in progress. Call it often, and only on the
        /// threads of planning.
        func pauseIfNeeded() {
            guard precedence.isBusy else { return }
            let begin = ContinuousClock.now
            guard earliest.withLock({ $0 <= begin }) else { return }
            let end = begin + PlanPrecedence.pauseMax
            while precedence.isBusy {
                guard .now < end else {
                    earliest.withLock { $0 = .now + PlanPrecedence.workMin }
                    return
                }
                usleep(PlanPrecedence.pollMicroseconds)
            }
        }
    }

    /// The longest pause, and the time to work that follows it.
    static let pauseMax = Duration.milliseconds(100)
    static let workMin = Duration.milliseconds(50)
    private static let pollMicroseconds: UInt32 = 500

    /// The number of plans and questions in progress.
    private let count = Atomic<Int>(0)

    private var isBusy: Bool { count.load(ordering: .relaxed) > 0 }

    func begin() { count.add(1, ordering: .relaxed) }
    func end() { count.subtract(1, ordering: .relaxed) }

    func pauses() -> Pauses { Pauses(self) }
}
