import CadreContract
import CadreJSON
import CadrePlanning
import Testing

@testable import CadreExchange

@Suite("an exported sheet is imported as unchanged")
struct RoundTripTests {
    @Test("example missions, every kind", arguments: ["ntm-i-2004", "nmi-2018"], SheetKind.allCases)
    func examples(name: String, kind: SheetKind) throws {
        let plan = try Plans.example(name)
        let entities = plan.entities(of: kind.entity)
        #expect(!entities.isEmpty)
        let (sheet, leftOut) = SheetExport(kind: kind).sheet(entities)
        #expect(leftOut.isEmpty)
        let imported = try importing(sheet, kind, plan)
        #expect(imported.problems == [])
        #expect(imported.entries.map(\.verdict) == entities.map { _ in .unchanged })
        #expect(imported.events.isEmpty)
    }

    @Test("unusual documents of every kind, with every delimiter", arguments: SheetKind.allCases, 0..<12)
    func generated(kind: SheetKind, seed: UInt64) throws {
        var documents = RandomDocuments(seed: seed)
        let events = try documents.events(kind, 20)
        let plan = Plans.plan(events)
        let entities = plan.entities(of: kind.entity)
        let delimiter = Delimiter.allCases[Int(seed % 3)]
        let export = SheetExport(kind: kind, delimiter: delimiter, hasByteOrderMark: seed % 2 == 0)
        let (sheet, leftOut) = export.sheet(entities)
        #expect(leftOut.isSubset(of: ["x-other"]))
        let mapping = "[sheet]\ndelimiter = \(delimiter.rawValue)"
        let over = try importing(sheet, kind, plan, mapping: mapping)
        #expect(over.problems == [])
        #expect(over.entries.map(\.verdict) == entities.map { _ in .unchanged })

        // Imported into an empty plan, the documents are equal, including the texts that the core does not keep.
        let imported = try importing(sheet, kind, mapping: mapping)
        #expect(imported.problems == [])
        let byKey = Dictionary(uniqueKeysWithValues: events.map { ($0.event.document.key, $0) })
        #expect(imported.events.count == byKey.count)
        for entry in imported.events {
            let made = try Plans.received(entry.event)
            let original = try #require(byKey[made.event.document.key])
            #expect(made.event.document == original.event.document)
            let (before, after) = (try JSONValue(parsing: original.bytes), try JSONValue(parsing: entry.event))
            for text in ["note", "location", "provider", "title"] where kind.field(text) != nil {
                guard let data = before["data"],
                    kind.fields(of: kind.offer(of: data)).contains(where: { $0.member == text })
                else { continue }
                #expect(data[text]?.text == after["data"]?[text]?.text)
            }
        }
    }

    @Test("a mission without entities of a kind yields a sheet with a header only", arguments: SheetKind.allCases)
    func template(kind: SheetKind) throws {
        let (sheet, _) = SheetExport(kind: kind).sheet([])
        let plan = try importing(sheet, kind)
        #expect(plan.entries.isEmpty && plan.problems.isEmpty && plan.warnings.isEmpty)
    }
}
