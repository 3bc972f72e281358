/// The end of an augmenting path: a hub, and where the path goes one step on from it, a spoke.
struct PathEnd<Hub: CompactIndex, Spoke: CompactIndex> {
    var hub: Hub
    var spoke: Spoke?
}
