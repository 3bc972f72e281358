/// A semaphore for tasks: a fixed number of permits, given in the order of the requests. A waiting task does not occupy
/// a thread.
public actor AsyncSemaphore {
    private var permits: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// Creates a semaphore.
    /// - Parameter permits: The number of tasks that may work at the same time, at least 1.
    public init(permits: Int) {
        self.permits = permits
    }

    /// Waits for a permit, does the work with it, and returns it.
    public nonisolated func withPermit<Value: Sendable>(_ work: @Sendable () async -> Value) async -> Value {
        await acquire()
        let value = await work()
        await release()
        return value
    }

    private func acquire() async {
        guard permits == 0 else {
            permits -= 1
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    private func release() {
        guard !waiting.isEmpty else {
            permits += 1
            return
        }
        waiting.removeFirst().resume()
    }
}
