/// An accepted event: its mission, its position among the events of one entity, and the document that it carries.
public struct Event: Hashable, Sendable {
    public var mission: ID<Mission>
    public var stamp: Stamp
    public var document: Document
    /// The free text in which the sender explains the event, or `nil`. It has no effect on any figure.
    public var note: String?

    public init(mission: ID<Mission>, stamp: Stamp, document: Document, note: String? = nil) {
        self.mission = mission
        self.stamp = stamp
        self.document = document
        self.note = note
    }
}
