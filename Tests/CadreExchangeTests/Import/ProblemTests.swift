import CadreContract
import CadreJSON
import CadrePlanning
import TestSupport
import Testing

@testable import CadreExchange

@Suite("problems of a row")
struct ProblemTests {
    @Test("each problem is reported with line, column, member, expectation and value")
    func all() throws {
        let sheet = """
            Nation;Pledge;Kind;Status;Capability;Also;Quantity;From;Until;Likelihood;Places
            NOR;P 1;personnel;maybe;;a b!;12,5;2005-02-30;2004-01-01;1,5;
            NOR;P-2;personnel;offered;a;;3;2005-02-01;2005-01-01;;4
            """
        let plan = try importing(sheet, .pledges)
        #expect(plan.wrongRows == 2)
        let told = plan.problems.map { "\($0.line) \($0.column ?? "-") \($0.member) \($0.found)" }
        #expect(
            Set(told) == [
                "2 Pledge pledge \"P 1\"", "2 Status status \"maybe\"", "2 Capability capability nothing",
                "2 Also also[1] \"a b!\"", "2 Quantity quantity \"12,5\"", "2 From from \"2005-02-30\"",
                "2 Likelihood likelihood \"1,5\"",
                "3 Until until \"2005-01-01\"", "3 Places places \"4\"",
            ])
        let quantity = plan.problems.first { $0.member == "quantity" }
        #expect(
            quantity?.text == "s.csv:2: column \"Quantity\" (quantity): expected a whole number 0 to 1000000 "
                + "(or set decimal = comma or decimal = point in the mapping), found \"12,5\"")
    }

    /// Returns a cell that no field of a form accepts; free text accepts any cell that is not too long.
    private static func wrong(_ form: CellForm) -> String {
        form == .text ? String(repeating: "x", count: 4_097) : "?!"
    }

    @Test("an invalid cell in a valid row is named", arguments: SheetKind.allCases)
    func everyCell(kind: SheetKind) throws {
        for offer in kind == .pledges ? SheetKind.offers.map(Optional.some) : [nil] {
            var row = RowDocument(fields: kind.fields(of: offer))
            for field in row.fields { row[field.member] = Array(field.sample.utf8) }
            if let offer { row["kind"] = Array("\"\(offer)\"".utf8) }
            let cells = kind.cells(of: try JSONValue(parsing: row.data(mission: "m")))
            for wrong in row.fields where !(wrong.member == "note" && kind != .pledges && kind != .elements) {
                var writer = SheetWriter(delimiter: .comma, hasByteOrderMark: false)
                writer.add(row.fields.map(\.member))
                writer.add(row.fields.map { $0 == wrong ? Self.wrong($0.form) : cells[$0.member] ?? "" })
                let plan = try importing(writer.bytes, kind)
                let problem = try #require(plan.problems.first, "\(kind) \(wrong.member)")
                #expect(plan.problems.count == 1, "\(plan.problems.map(\.text))")
                #expect(problem.line == 2)
                #expect(problem.column == wrong.member)
                #expect(plan.events.isEmpty)
            }
        }
    }

    @Test("a member without a column is reported once, with the number of rows")
    func lacking() throws {
        let plan = try importing("line,site,posts,from\nL1,s1,1,2026-01-01\nL2,s1,x,2026-01-01\n", .lines)
        #expect(plan.wrongRows == 2)
        #expect(
            plan.problems.map(\.text).first
                == "s.csv:2: capability: expected 1 to 64 of A-Z a-z 0-9 _ - ., found nothing (in 2 rows)")
        #expect(plan.problems.count == 2)
    }

    @Test("a key that three rows share is reported for each repetition")
    func repeatedKeys() throws {
        let row = "Where you go,a,1,2026-01-01\n"
        let plan = try importing(
            "Place,capability,posts,from\n" + row + row + row, .lines,
            mapping: "[sheet]\nkey = Place\n[constants]\nsite = s1")
        #expect(plan.problems.map(\.line) == [3, 4])
        #expect(plan.problems.allSatisfy { $0.rows == 1 && $0.found.contains("s.csv:2") })
    }

    @Test("repeated entities, also in two sheets; cells beyond the header; unread columns")
    func shape() throws {
        var sheets = try SheetImport(
            .init(
                kind: .lines, mission: "m", source: "urn:x", now: Plans.now,
                current: StandingEntities(mission: ID("m")))
        )
        let names = "line,site,capability,posts,from,Telephone\n"
        try sheets.take(Array((names + "L1,s1,a,1,2026-01-01\n\nL1,s1,a,1,2026-01-01,,,\n").utf8), file: "a.csv")
        try sheets.take(Array((names + "L1,s1,a,1,2026-01-01\nL2,s1,a,1,2026-01-01,,7\n").utf8), file: "b.csv")
        let plan = sheets.finished()
        #expect(
            plan.problems.map(\.text) == [
                "a.csv:4: column \"line\" (line): expected each entity in one row, found L1, which is already in a.csv:2",
                "b.csv:2: column \"line\" (line): expected each entity in one row, found L1, which is already in a.csv:2",
                "b.csv:3: expected an empty cell, because column 7 has no name, found \"7\"",
            ])
        let unread = plan.warnings.compactMap { warning in
            warning.column.map { "\(warning.file):\(warning.line) \($0)" }
        }
        #expect(unread == ["a.csv:1 Telephone", "b.csv:1 Telephone"])
        #expect(plan.entries.map(\.id) == ["L1"])
    }

    @Test("unknown names are a warning, and a name of the same sheet is known")
    func unknownNames() throws {
        let sheet = "element,title,requires\nE1,A,E2\nE2,B,\nE3,C,E9\n"
        let plan = try importing(sheet, .elements)
        #expect(plan.problems == [])
        #expect(plan.warnings.map(\.line) == [4])
        #expect(plan.warnings.first?.found.contains("element E9") == true)
    }

    @Test("in any sheet, each row is unchanged, new, changed or has a problem; no input traps", arguments: 0..<150)
    func hostile(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let kind = random.one(of: SheetKind.allCases)
        var documents = RandomDocuments(seed: seed)
        let current = Plans.plan(try documents.events(kind, 5))
        var bytes = SheetExport(kind: kind).sheet(current.entities(of: kind.entity)).bytes
        for _ in 0..<Int.random(in: 0...30, using: &random) {
            let at = Int.random(in: bytes.indices, using: &random)
            switch Int.random(in: 0..<3, using: &random) {
            case 0: bytes[at] = random.one(of: Array("\",;\n'=9a/".utf8))
            case 1: bytes.insert(contentsOf: random.text().utf8, at: at)
            default: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 0...9, using: &random)))
            }
            if bytes.isEmpty { bytes = [0x61] }
        }
        guard let plan = try? importing(bytes, kind, current, endingMissing: true) else { return }
        for entry in plan.events { _ = try Plans.received(entry.event) }
        #expect((plan.wrongRows == 0) == plan.problems.isEmpty)
    }

    @Test("a long sheet is imported completely")
    func long() throws {
        let rows = (1...5_000).map { "L\($0),s1,trainer.staff,\($0 % 50),2026-01-01\n" }
        let plan = try importing("line,site,capability,posts,from\n" + rows.joined(), .lines, nil)
        #expect(plan.events.count == 5_000)
        #expect(plan.problems.isEmpty)
    }
}
