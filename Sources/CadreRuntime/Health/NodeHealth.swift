import Synchronization

/// The health of a node: its phase, and the faults of its components. Any thread may read it without waiting.
///
/// The daemon's components write it; readiness, sd_notify and metrics read it.
public final class NodeHealth: Sendable {
    public enum Phase: Equatable, Sendable {
        case starting
        /// Replaying the journal: the number of events done, and of all events.
        case replaying(done: Int, of: Int)
        case ready
        case stopping
    }

    /// A component that can fail while the node continues. The daemon declares its components as static members.
    public struct Component: Hashable, Comparable, Sendable {
        /// The component's name in `/readyz` and `systemctl status`.
        public let name: String

        public init(_ name: String) {
            self.name = name
        }

        public static func < (a: Component, b: Component) -> Bool { a.name < b.name }
    }

    public struct State: Equatable, Sendable {
        public var phase = Phase.starting
        /// The reason and remedy of each component's fault.
        public var faults: [Component: String] = [:]

        /// Whether the node serves requests.
        public var isReady: Bool { phase == .ready && faults.isEmpty }
        /// The state in one line, for people.
        public var text: String {
            let phaseText =
                switch phase {
                case .starting: "starting"
                case .replaying(let done, let total): "reading the journal: \(done) of \(total) events"
                case .ready: "ready"
                case .stopping: "stopping"
                }
            let faults = faults.sorted { $0.key < $1.key }.map { "\($0.key.name): \($0.value)" }
            return ([phaseText] + faults).joined(separator: "; ")
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

    /// Returns the current state and every later one; a slow reader misses some of those in between.
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

    /// Sets the phase.
    public func enter(_ phase: Phase) {
        change { $0.phase = phase }
    }

    /// Sets or removes the fault of a component.
    /// - Parameter reason: The reason and remedy, or `nil` if the component works again.
    public func setFault(_ reason: String?, of component: Component) {
        change { $0.faults[component] = reason }
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
