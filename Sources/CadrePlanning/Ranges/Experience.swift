/// How likely a pledge of a status is to come, by what became of earlier ones. Source: MODEL § 9, experience.
struct Experience: Sendable {
    private var likelihoods: [Pledge.Status: Double] = [.completed: 1]

    /// - Parameter statusesSeen: By pledge, in any accepted event.
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

    /// Its own likelihood goes before experience.
    func likelihood(of pledge: Pledge) -> Double {
        pledge.likelihood ?? likelihoods[pledge.status] ?? 0
    }
}

extension Pledge.Status {
    /// indicated < offered < confirmed < deployed < completed; a withdrawn pledge has made none.
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
