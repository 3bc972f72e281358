import Synchronization

/// How the node is: what it is doing, and what keeps it from doing it. Read from anywhere, without waiting.
///
/// The daemon's parts write it; readiness, sd_notify and metrics read it.
public final class NodeHealth: Sendable {
    public enum Phase: Equatable, Sendable {
        case starting
        /// Reading the journal back: events done, and how many there are.
        case replaying(done: Int, of: Int)
        case ready
        case stopping
    }

    /// What can fail while the node goes on.
    public enum Part: String, CaseIterable, Sendable, Comparable {
        /// Nothing can be made durable, so nothing is accepted.
        case journal
        /// A socket that should be bound is not.
        case sockets

        public static func < (a: Part, b: Part) -> Bool { a.rawValue < b.rawValue }
    }

    public struct State: Equatable, Sendable {
        public var phase = Phase.starting
        /// By part, why it is not well, and what to mend.
        public var faults: [Part: String] = [:]

        /// Whether events are taken and estimates given.
        public var isReady: Bool { phase == .ready && faults.isEmpty }
        /// In a line, for people.
        public var text: String {
            let doing =
                switch phase {
                case .starting: "starting"
                case .replaying(let done, let total): "reading the journal: \(done) of \(total) events"
                case .ready: "ready"
                case .stopping: "stopping"
                }
            let faults = faults.sorted { $0.key < $1.key }.map { "\($0.key.rawValue): \($0.value)" }
            return ([doing] + faults).joined(separator: "; ")
        }
    }

    private struct Guarded {
        var state = State()
        var listeners: [Int: AsyncStream<State>.Continuation] = [:]
        var lastListener = 0
    }

    private let guarded = Mutex(Guarded())

    public init() {}

    public var state: State { guarded.withLock { $0.state } }

    /// The state now and whenever it changes; a slow reader misses what was in between.
    public func states() -> AsyncStream<State> {
        AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
            let number = guarded.withLock { guarded in
                guarded.lastListener += 1
                guarded.listeners[guarded.lastListener] = continuation
                continuation.yield(guarded.state)
                return guarded.lastListener
            }
            continuation.onTermination = { [weak self] _ in
                _ = self?.guarded.withLock { $0.listeners.removeValue(forKey: number) }
            }
        }
    }

    func enter(_ phase: Phase) {
        change { $0.phase = phase }
    }

    /// - Parameter reason: `nil` where the part is well again.
    func note(_ part: Part, fault reason: String?) {
        change { $0.faults[part] = reason }
    }

    private func change(_ body: (inout State) -> Void) {
        guarded.withLock { guarded in
            let before = guarded.state
            body(&guarded.state)
            guard guarded.state != before else { return }
            for listener in guarded.listeners.values { listener.yield(guarded.state) }
        }
    }
}
