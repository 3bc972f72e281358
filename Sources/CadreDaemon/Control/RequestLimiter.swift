import CadreContract

/// Counts requests in progress, in total and by peer, and refuses those beyond the limits. A value: sends no answers.
struct RequestLimiter {
    var totalMax: Int
    let perPeerMax: Int
    private(set) var total = 0
    private var byPeer: [[UInt8]: Int] = [:]

    init(totalMax: Int, perPeerMax: Int) {
        self.totalMax = totalMax
        self.perPeerMax = perPeerMax
    }

    /// Takes a permit for a request of a peer; `leave` returns it.
    /// - Returns: Whether a permit was available.
    mutating func take(_ peer: [UInt8]) -> Bool {
        guard total < totalMax, byPeer[peer, default: 0] < perPeerMax else { return false }
        total += 1
        byPeer[peer, default: 0] += 1
        return true
    }

    /// Returns the answer to a peer that got no permit.
    func refusal(of peer: [UInt8]) -> ControlError {
        let ofPeer = byPeer[peer, default: 0]
        let reason =
            ofPeer >= perPeerMax
            ? "\(ofPeer) requests are in progress for one client, which is the limit"
            : "\(total) requests are in progress, which is the limit"
        return ControlError(.busy, reason: reason, expected: "retry after an answer")
    }

    mutating func leave(_ peer: [UInt8]) {
        guard let count = byPeer[peer] else { return }
        total -= 1
        byPeer[peer] = count > 1 ? count - 1 : nil
    }
}
