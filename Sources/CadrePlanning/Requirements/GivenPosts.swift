/// The posts of lines and runs in one period, after host-nation instructors have taken over theirs.
/// Source: MODEL §§ 5 and 6.
final class GivenPosts: Equatable, Sendable {
    /// Groups with posts, in the strict order.
    let groups: [Group]
    /// The index of each group's slot.
    let slots: [Int]
    /// Host-nation instructors at work, by slot; 0 for lines.
    let local: [Int]
    /// The index of the first slot of each run at work, or -1 if it has none.
    let firstSlots: [Int]
    /// The loads of the sites, by number.
    let loads: [SiteLoad?]

    init(groups: [Group], slots: [Int], local: [Int], firstSlots: [Int], loads: [SiteLoad?]) {
        self.groups = groups
        self.slots = slots
        self.local = local
        self.firstSlots = firstSlots
        self.loads = loads
    }

    static func == (a: GivenPosts, b: GivenPosts) -> Bool {
        a === b
            || (a.groups == b.groups && a.slots == b.slots && a.local == b.local
                && a.firstSlots == b.firstSlots && a.loads == b.loads)
    }
}
