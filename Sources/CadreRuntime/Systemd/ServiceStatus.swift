/// Decides which notices the service manager gets for a state of the node. Sends nothing. Source: sd_notify(3).
struct ServiceStatus {
    private var isReadySent = false
    private var isStoppingSent = false
    private var text = ""

    /// Returns the notices for a new state.
    mutating func notices(for state: NodeHealth.State) -> [ServiceNotice] {
        var notices: [ServiceNotice] = []
        let newText = Self.text(of: state)
        switch state.phase {
        case .starting: break
        case .replaying:
            // With each sign of progress, so that a long journal does not look like a start that hangs.
            if newText != text, !isReadySent {
                notices.append(.extendTimeout(microseconds: RuntimeLimits.extendMicroseconds))
            }
        case .ready:
            if !isReadySent, !isStoppingSent {
                isReadySent = true
                notices.append(.ready)
            }
        case .stopping:
            if !isStoppingSent {
                isStoppingSent = true
                notices.append(.stopping)
            }
        }
        if newText != text {
            text = newText
            notices.append(.status(newText))
        }
        return notices
    }

    /// Returns the notices before and after a reload. A node that is not ready sends none: the `READY=1` at the end would
    /// report it as ready.
    mutating func reload(now: ServiceNotice) -> (before: [ServiceNotice], after: [ServiceNotice]) {
        guard isReadySent, !isStoppingSent else { return ([], []) }
        return ([now], [.ready])
    }

    /// Returns the state in one line; replay in whole percent, so that a million events are a hundred lines.
    private static func text(of state: NodeHealth.State) -> String {
        guard case .replaying(let done, let total) = state.phase, total > 0 else { return state.text }
        return "reading the journal: \(Int((Double(done) / Double(total) * 100).rounded(.down))) % of \(total) events"
    }
}
