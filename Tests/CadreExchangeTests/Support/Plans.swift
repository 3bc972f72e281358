import CadreContract
import CadrePlanning
import Foundation
import Testing

@testable import CadreExchange

/// The plans with which sheets are compared.
enum Plans {
    /// Returns one of the project's example missions.
    static func example(_ name: String) throws -> StandingEntities {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../Examples/\(name)/events.ndjson").standardizedFileURL
        let lines = try Data(contentsOf: file).split(separator: UInt8(ascii: "\n")).map { Array($0) }
        let events = try lines.map(received)
        return plan(events, mission: try #require(events.first).event.mission)
    }

    static func plan(_ events: [ReceivedEvent], mission: ID<Mission> = ID("m")) -> StandingEntities {
        var plan = StandingEntities(mission: mission)
        for (index, event) in events.enumerated() { plan.take(event, sequence: index + 1) }
        return plan
    }

    /// Returns an event that the contract accepts.
    static func received(_ bytes: [UInt8]) throws -> ReceivedEvent {
        let reading = EventReader().read(payload: bytes).first
        guard case .event(let received)? = reading else {
            throw NotAccepted(description: "\(String(decoding: bytes, as: UTF8.self)): \(String(describing: reading))")
        }
        return received
    }

    struct NotAccepted: Error, CustomStringConvertible { let description: String }

    /// Returns an event of mission `m` with these members of `data`.
    static func event(
        _ kind: EntityKind, _ members: String, id: String = "1", source: String = "urn:test", time: String = Self.then
    ) throws -> ReceivedEvent {
        try received(
            EventDraft(
                type: kind.eventType, source: source, id: id, time: time,
                data: Array("{\"mission\":\"m\",\(members)}".utf8)
            ).bytes)
    }

    static let then = "2024-01-01T00:00:00Z"
    static let now = "2026-11-21T08:00:00Z"
}

extension StandingEntities {
    /// Returns the plan after an import's events.
    func after(_ plan: ImportPlan) throws -> StandingEntities {
        var after = self
        for entry in plan.events { after.take(try Plans.received(entry.event), sequence: 1_000) }
        return after
    }
}

/// Imports one sheet, by default into the current plan of mission `m`.
func importing(
    _ text: String, _ kind: SheetKind, _ current: StandingEntities? = StandingEntities(mission: ID("m")),
    mapping: String = "", source: String = "urn:cadre:import:m", time: String? = nil, endingMissing: Bool = false
) throws -> ImportPlan {
    try importing(
        Array(text.utf8), kind, current, mapping: mapping, source: source, time: time, endingMissing: endingMissing)
}

func importing(
    _ bytes: [UInt8], _ kind: SheetKind, _ current: StandingEntities? = StandingEntities(mission: ID("m")),
    mapping: String = "", source: String = "urn:cadre:import:m", time: String? = nil, endingMissing: Bool = false
) throws -> ImportPlan {
    var sheets = try SheetImport(
        SheetImport.Setting(
            kind: kind, mission: current?.mission.text ?? "m", source: source,
            mapping: try Mapping(reading: Array(mapping.utf8), file: "map.txt"), time: time, now: Plans.now,
            current: current))
    try sheets.take(bytes, file: "s.csv")
    return sheets.finished(endingMissing: endingMissing)
}
