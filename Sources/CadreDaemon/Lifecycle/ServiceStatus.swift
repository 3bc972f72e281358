/// What the service manager is to hear of the node's state. Decides; sends nothing itself. Source: sd_notify(3).
struct ServiceStatus {
    private var isReadySaid = false
    private var isStoppingSaid = false
    private var text = ""

    /// What has to be said now that the state is this one.
    mutating func notices(for state: NodeHealth.State) -> [ServiceNotice] {
        var notices: [ServiceNotice] = []
        let newText = Self.text(of: state)
        switch state.phase {
        case .starting: break
        case .replaying:
            // With each sign of progress, so that a long journal does not look like a start that hangs.
            if newText != text, !isReadySaid {
                notices.append(.extendTimeout(microseconds: ProcessLimits.extendMicroseconds))
            }
        case .ready:
            if !isReadySaid, !isStoppingSaid {
                isReadySaid = true
                notices.append(.ready)
            }
        case .stopping:
            if !isStoppingSaid {
                isStoppingSaid = true
                notices.append(.stopping)
            }
        }
        if newText != text {
            text = newText
            notices.append(.status(newText))
        }
        return notices
    }

    /// Before and after a reload. A node that is not ready says nothing: the `READY=1` at the end would be taken for it.
    mutating func reload(now: ServiceNotice) -> (before: [ServiceNotice], after: [ServiceNotice]) {
        guard isReadySaid, !isStoppingSaid else { return ([], []) }
        return ([now], [.ready])
    }

    /// The state in a line; replaying in whole percent, so that a million events are a hundred lines.
    private static func text(of state: NodeHealth.State) -> String {
        guard case .replaying(let done, let total) = state.phase, total > 0 else { return state.text }
        return "reading the journal: \(Int((Double(done) / Double(total) * 100).rounded(.down))) % of \(total) events"
    }
}
