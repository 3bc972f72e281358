import CadreContract
import CadreJournal
import CadrePlanning

/// Returns an arrival with defaults for the values that a test does not set.
func arrival(
    _ id: String, source: String = "urn:test", mission: String = "m", epoch: String = "", sourceSequence: UInt64? = nil,
    time: Instant = Instant(seconds: 1_100_000_000, fraction: "25"), topic: String = "plan.m", name: String? = nil,
    received: Instant = Instant(seconds: 1_800_000_000, fraction: "123456789"), isSuperseded: Bool = false,
    overLimit: String? = nil, bytes: [UInt8]? = nil
) -> Arrival {
    let stamp = Stamp(time: time, id: id, source: source)
    let event = Event(mission: ID(mission), stamp: stamp, document: .clock(ClockAdvance(to: time)))
    return Arrival(
        event: ReceivedEvent(
            event: event, type: "cadre.clock.advanced.v1", sourceSequence: sourceSequence, epoch: epoch,
            bytes: bytes ?? Array("{\"id\":\"\(id)\"}".utf8)),
        topic: topic, name: name, received: received, isSuperseded: isSuperseded, overLimit: overLimit)
}

/// Returns the arrivals `e1` … `eN` of one source, which numbers them.
func arrivals(_ numbers: ClosedRange<Int>, source: String = "urn:test", mission: String = "m") -> [Arrival] {
    numbers.map { arrival("e\($0)", source: source, mission: mission, sourceSequence: UInt64($0)) }
}

func rejection(_ detail: String, reason: String = "schema", bytes: [UInt8] = [1, 2, 3]) -> RejectedPayload {
    RejectedPayload(
        reason: reason, detail: detail, topic: "plan.m", mission: nil, source: "urn:test", id: nil,
        received: Instant(seconds: 5), bytes: bytes)
}
