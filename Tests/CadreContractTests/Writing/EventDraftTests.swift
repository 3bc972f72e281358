import CadreContract
import Testing

@Test("a drafted event is read back, whatever its texts contain")
func draftedEvent() throws {
    let draft = EventDraft(
        type: .clockAdvanced, source: "urn:x", id: "a \"b\" \\ \u{1} é", time: "2024-01-01T00:00:00Z",
        data: Array(#"{"mission":"m"}"#.utf8))
    guard case .event(let received)? = EventReader().read(payload: draft.bytes).first else {
        Issue.record("it is no event")
        return
    }
    #expect(received.event.stamp.id == draft.id)
    #expect(received.event.stamp.source == "urn:x")
    #expect(received.event.stamp.time.text == "2024-01-01T00:00:00Z")
    #expect(received.type == EventType.clockAdvanced.rawValue)
}
