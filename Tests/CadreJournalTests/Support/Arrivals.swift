import CadreContract
import CadreJournal
import CadrePlanning

/// Returns an event to be appended, with defaults for the values that a test does not set.
/// - Parameter entitiesMax: The limit that it exceeds, or `nil`.
func arrival(
    _ id: String, source: String = "urn:test", mission: String = "m", epoch: String = "", sourceSequence: UInt64? = nil,
    time: Instant = Instant(seconds: 1_100_000_000, fraction: "25"), topic: String = "plan.m", name: String? = nil,
    received: Instant = Instant(seconds: 1_800_000_000, fraction: "123456789"), isSuperseded: Bool = false,
    entitiesMax: Int? = nil, bytes: [UInt8]? = nil
) -> PendingEvent {
    let stamp = Stamp(time: time, id: id, source: source)
    let event = Event(mission: ID(mission), stamp: stamp, document: .clock(ClockAdvance(to: time)))
    var pending = PendingEvent(
        .event(
            ReceivedEvent(
                event: event, type: "cadre.clock.advanced.v1", sourceSequence: sourceSequence, epoch: epoch,
                bytes: bytes ?? Array("{\"id\":\"\(id)\"}".utf8))),
        topic: topic, name: name, received: received)
    pending.stage = .evaluated(
        entitiesMax.map { .overLimit(.entities(max: $0)) } ?? (isSuperseded ? .superseded : .new))
    return pending
}

/// Returns the events `e1` … `eN` of one source, which numbers them.
func arrivals(_ numbers: ClosedRange<Int>, source: String = "urn:test", mission: String = "m") -> [PendingEvent] {
    numbers.map { arrival("e\($0)", source: source, mission: mission, sourceSequence: UInt64($0)) }
}

/// Returns a rejection of the reader.
func rejection(_ detail: String, reason: RejectionReason = .schema, bytes: [UInt8] = [1, 2, 3]) -> PendingEvent {
    PendingEvent(
        .rejected(Rejection(reason, detail: detail, source: "urn:test", bytes: bytes)), topic: "plan.m",
        received: Instant(seconds: 5))
}

extension Journal {
    /// Appends a batch and returns the outcomes of its events.
    @discardableResult
    func append(_ batch: [PendingEvent]) throws(JournalError) -> [PendingEvent.Outcome] {
        var batch = batch
        try append(&batch)
        return batch.compactMap(\.outcome)
    }
}
