/// Pending calls, the next one last. Meant for tens of calls: an insertion moves those with earlier deadlines.
struct TimerQueue {
    private var calls: [ScheduledCall] = []

    var next: ContinuousClock.Instant? { calls.last?.deadline }

    mutating func insert(_ call: ScheduledCall) {
        calls.removeAll { !$0.isPending }
        var low = 0
        var high = calls.count
        while low < high {  // after later deadlines, before equal ones: those run in order of insertion
            let middle = (low + high) / 2
            if calls[middle].deadline > call.deadline { low = middle + 1 } else { high = middle }
        }
        calls.insert(call, at: low)
    }

    /// Removes and returns the calls that are due, in their order.
    mutating func takeDue(at now: ContinuousClock.Instant) -> [ScheduledCall] {
        var due: [ScheduledCall] = []
        while let last = calls.last, last.deadline <= now { due.append(calls.removeLast()) }
        return due
    }

    mutating func removeAll() { calls.removeAll() }
}
