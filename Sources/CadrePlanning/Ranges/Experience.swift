/// The likelihood that a pledge of a status comes, from the history of earlier pledges. Source: MODEL § 9, experience.
struct Experience: Sendable {
    private var likelihoods: [Pledge.Status: Double] = [.completed: 1]

    /// Learns from the pledges of a state.
    /// - Parameter statusesSeen: The statuses of each pledge in accepted events.
    init(_ basis: Basis, statusesSeen: [ID<Pledge>: Set<Pledge.Status>]) {
        var came: [Pledge.Status: Int] = [:]
        var lost: [Pledge.Status: Int] = [:]
        for entry in basis.pledges {
            let now = entry.pledge.status
            for status in statusesSeen[entry.id] ?? [] {
                if now == .withdrawn {
                    lost[status, default: 0] += 1
                } else if now.progress > status.progress {
                    came[status, default: 0] += 1
                }
            }
        }
        for (status, prior) in basis.factors.priors where status != .completed {
            let arrived = prior.alpha + Double(came[status] ?? 0)
            likelihoods[status] = arrived / (arrived + prior.beta + Double(lost[status] ?? 0))
        }
    }

    /// Returns the likelihood of a pledge: its own, if it has one, else by experience.
    func likelihood(of pledge: Pledge) -> Double {
        pledge.likelihood ?? likelihoods[pledge.status] ?? 0
    }
}

extension Pledge.Status {
    /// The rank in indicated < offered < confirmed < deployed < completed; a withdrawn pledge has none.
    fileprivate var progress: Int {
        switch self {
        case .withdrawn: -1
        case .indicated: 0
        case .offered: 1
        case .confirmed: 2
        case .deployed: 3
        case .completed: 4
        }
    }
}
