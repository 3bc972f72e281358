import Synchronization

/// A progress line for use from several threads.
final class SharedProgress: Sendable {
    private let line = Mutex(ProgressLine())

    func show(_ text: String) { line.withLock { $0.show(text) } }

    func clear() { line.withLock { $0.clear() } }
}
