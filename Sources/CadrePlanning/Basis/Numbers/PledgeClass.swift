/// The skills of a nation's people and the sites where they may go: pledges of one class are equivalent for every post.
struct PledgeClass: Hashable, Sendable {
    /// Own capability and `also`, ascending, no number twice.
    var capabilities: [Int]
    var caveats: Caveats
}
