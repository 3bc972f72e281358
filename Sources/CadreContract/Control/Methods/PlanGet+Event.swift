extension PlanGet.Entity {
    /// The event that set the document, or `nil` if this version cannot read it, such as the event of a later node. It has
    /// only the members that `plan.get` returns.
    public var event: ReceivedEvent? {
        let draft = EventDraft(
            type: key.kind.eventType, source: stamp.source, id: stamp.id, time: stamp.time.text, data: document)
        guard case .event(let received)? = EventReader().read(payload: draft.bytes).first else { return nil }
        return received
    }
}
