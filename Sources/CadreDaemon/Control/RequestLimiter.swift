import CadreContract

/// Counts requests under way, in all and by peer: more than there are places for are refused. A value: it
/// answers nobody.
struct RequestLimiter {
    var totalMax: Int
    let perPeerMax: Int
    private(set) var total = 0
    private var byPeer: [[UInt8]: Int] = [:]

    init(totalMax: Int, perPeerMax: Int) {
        self.totalMax = totalMax
        self.perPeerMax = perPeerMax
    }

    /// - Returns: Whether there was one; to be given back with `leave`.
    mutating func take(_ peer: [UInt8]) -> Bool {
        guard total < totalMax, byPeer[peer, default: 0] < perPeerMax else { return false }
        total += 1
        byPeer[peer, default: 0] += 1
        return true
    }

    /// The answer to a peer for whom there was no place.
    func refusal(of peer: [UInt8]) -> ControlError {
        let ofPeer = byPeer[peer, default: 0]
        let reason =
            ofPeer >= perPeerMax
            ? "\(ofPeer) requests are under way for one client, which is the limit"
            : "\(total) requests are under way, which is the limit"
        return ControlError(.busy, reason: reason, expected: "the same request when an answer has come")
    }

    mutating func leave(_ peer: [UInt8]) {
        guard let count = byPeer[peer] else { return }
        total -= 1
        byPeer[peer] = count > 1 ? count - 1 : nil
    }
}
