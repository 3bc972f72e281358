/// One rule's graph for an ``AugmentingSearch``.
///
/// The graph has two kinds of nodes. A **hub** wants persons; it leads to every **spoke** of its row of bits that is
/// on the hub's layer. A spoke leads, along its entries of the table of persons, to the hubs that would have to give.
///
/// | rule | hub | spoke | layer | path ends |
/// |---|---|---|---|---|
/// | 1 filling | kind | class | one | at a spare class, or a kind with persons not promised |
/// | 2 calling up | class | kind | one | at a class that uses more than promised |
/// | 3 theatre | class, side | kind | side | where the target's person abroad leaves |
/// | 4 continuity | pledge | group | label | at a vacant group, or a pledge with too many persons |
///
/// A conforming type holds views of the solver's memory. Its requirements are called
/// in the innermost loops: they are inlined, and what a rule does not use is compiled away.
protocol AugmentingRule: BitwiseCopyable {
    associatedtype Row: CompactIndex
    associatedtype Column: CompactIndex
    associatedtype Hub: CompactIndex
    associatedtype Spoke: CompactIndex

    /// Whether a hub may have a twin, to which a path goes without an entry.
    static var hasTwins: Bool { get }
    /// Whether hubs lead to spokes of the layer below along the hub's entries.
    static var hasReturns: Bool { get }

    /// The spokes of each hub's row.
    var rows: BitRows { get }
    func row(of hub: Hub) -> Int
    func layer(of hub: Hub) -> Int

    func firstEntry(of spoke: Spoke) -> EntryIndex
    func next(after entry: PersonEntry<Row, Column>) -> EntryIndex
    func spoke(of entry: PersonEntry<Row, Column>) -> Spoke
    /// Returns the hub at the other end of an entry of a spoke of `layer`, or `nil` if no path may go there.
    func hub(of entry: PersonEntry<Row, Column>, layer: Int) -> Hub?

    /// Returns whether a path may end at a hub other than its source.
    func isGoal(_ hub: Hub) -> Bool
    /// Returns a spoke of the hub's row where a path may end, or `nil`.
    func goalSpoke(of hub: Hub) -> Spoke?

    /// Returns the most persons that can leave an entry on a path.
    func room(leaving entry: PersonEntry<Row, Column>) -> Int
    /// Returns the most persons that can join a pair on a path.
    func room(joining hub: Hub, _ spoke: Spoke, in table: PersonTable<Row, Column>) -> Int
    /// Returns the pair of the table that a hub and a spoke are.
    func pair(_ hub: Hub, _ spoke: Spoke) -> (Row, Column)

    /// Returns the twin to which a path may go from a hub, or `nil`.
    func twin(of hub: Hub) -> Hub?
    /// Returns the twin of a hub from which a path has come to it.
    func twin(before hub: Hub) -> Hub
    /// Returns the most persons that can go to a hub from its twin.
    func room(fromTwinOf hub: Hub) -> Int
    /// Records that persons went to a hub from its twin.
    func moved(_ persons: Int, fromTwinOf hub: Hub)

    /// Returns whether a hub's entry leads back to its spoke on the layer below.
    func isReturn(_ entry: PersonEntry<Row, Column>) -> Bool
    func firstReturn(of hub: Hub) -> EntryIndex
    func isGoal(_ spoke: Spoke) -> Bool
}

/// The defaults for a rule without twins and returns.
extension AugmentingRule {
    @inline(__always) static var hasTwins: Bool { false }
    @inline(__always) static var hasReturns: Bool { false }

    @inline(__always) func layer(of hub: Hub) -> Int { 0 }
    @inline(__always) func room(leaving entry: PersonEntry<Row, Column>) -> Int { entry.persons }
    @inline(__always) func room(joining hub: Hub, _ spoke: Spoke, in table: PersonTable<Row, Column>) -> Int { .max }

    @inline(__always) func twin(of hub: Hub) -> Hub? { nil }
    @inline(__always) func twin(before hub: Hub) -> Hub { hub }
    @inline(__always) func room(fromTwinOf hub: Hub) -> Int { .max }
    @inline(__always) func moved(_ persons: Int, fromTwinOf hub: Hub) {}

    @inline(__always) func isReturn(_ entry: PersonEntry<Row, Column>) -> Bool { false }
    @inline(__always) func firstReturn(of hub: Hub) -> EntryIndex { .end }
    @inline(__always) func isGoal(_ spoke: Spoke) -> Bool { false }
}
