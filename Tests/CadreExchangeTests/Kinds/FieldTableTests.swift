import CadreContract
import CadreJSON
import Foundation
import Testing

@testable import CadreExchange

@Suite("the columns of each kind")
struct FieldTableTests {
    @Test("the columns are the members of the contract's schema, and a note", arguments: SheetKind.allCases)
    func schema(kind: SheetKind) throws {
        let name = kind.type.rawValue.replacing("cadre.", with: "").replacing(".v1", with: "")
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../Documentation/contract/schemas/events/\(name).schema.json").standardizedFileURL
        let schema = try JSONValue(parsing: Array(Data(contentsOf: file)))
        let data = try #require(schema["properties"]?["data"])
        var members = Set(data["properties"]?.members?.map(\.name) ?? [])
        for part in data["allOf"]?.elements ?? [] {
            members.formUnion(part["then"]?["properties"]?.members?.map(\.name) ?? [])
        }
        #expect(members.contains(kind.idMember))
        #expect(Set(kind.fields.map(\.top)).union(["mission"]) == members.union(["note"]))
        #expect(Set(kind.fields.map(\.member)).count == kind.fields.count)
    }

    @Test("an empty cell is equivalent to the default", arguments: SheetKind.allCases)
    func fallbacks(kind: SheetKind) throws {
        for offer in kind == .pledges ? SheetKind.offers.map(Optional.some) : [nil] {
            var without = RowDocument(fields: kind.fields(of: offer))
            for field in without.fields where field.fallback.isEmpty {
                without[field.member] = Array(field.sample.utf8)
            }
            if let offer { without["kind"] = Array("\"\(offer)\"".utf8) }
            var with = without
            for field in with.fields where !field.fallback.isEmpty {
                with[field.member] = field.form.json(field.fallback, Conventions())
            }
            func document(_ row: RowDocument) throws -> ReceivedEvent {
                try Plans.received(
                    EventDraft(
                        type: kind.type, source: "urn:t", id: "1", time: Plans.then, data: row.data(mission: "m")
                    ).bytes)
            }
            #expect(try document(without).event.document == document(with).event.document)
        }
    }
}
