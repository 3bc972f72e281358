import CadreContract
import TestSupport
import Testing

@testable import CadreExchange

@Suite("mappings")
struct MappingTests {
    private func fault(_ text: String) -> SheetFault? {
        #expect(throws: SheetFault.self) { try Mapping(reading: Array(text.utf8), file: "map.txt") }
    }

    @Test("every statement of a mapping is read")
    func whole() throws {
        let text = """
            # from the force generation conference
            [sheet]
            kind = pledges
            source = urn:nor:jhq
            dates = DD.MM.YYYY, MM/DD/YYYY
            decimal = comma
            delimiter = semicolon
            header = 3
            ignore = Point of contact
            key = Unit
            last-day = until
            [columns]
            from = Ready on
            note = "Remarks = more"
            [constants]
            kind = personnel
            [values status note]
            "a = b" = offered
            n/a =
            """
        let mapping = try Mapping(reading: Array(text.utf8), file: "map.txt")
        #expect(mapping.kind == .pledges)
        #expect(mapping.source == "urn:nor:jhq")
        #expect(mapping.conventions.dates.map(\.text) == ["DD.MM.YYYY", "MM/DD/YYYY"])
        #expect(mapping.conventions.decimal == .comma)
        #expect(mapping.delimiter == .semicolon)
        #expect(mapping.headerLine == 3)
        #expect(mapping.columns["from"] == .init(name: "Ready on", origin: "map.txt:13"))
        #expect(mapping.columns["note"]?.name == "Remarks = more")
        #expect(mapping.constants["kind"]?.name == "personnel")
        #expect(mapping.values == ["status", "note"].reduce(into: [:]) { $0[$1] = ["a = b": "offered", "n/a": ""] })
        #expect(mapping.key.map(\.name) == ["Unit"])
        #expect(mapping.lastDays == ["until"])
    }

    @Test(
        "each invalid line is named",
        arguments: [
            ("kind = pledges", 1), ("[sheet]\nkind = people", 2), ("[sheet]\ncolour = red", 2), ("[other]", 1),
            ("[columns]\nfrom", 2), ("[columns]\n= x", 2), ("[columns]\na = x\na = y", 3), ("[sheet]\nheader = 0", 2),
            ("[sheet]\ndates = DD.MM", 2), ("[values status]\nx = offered\nX = offered", 3), ("[values]", 1),
        ])
    func wrong(text: String, line: Int) { #expect(fault(text)?.line == line) }

    @Test("a statement that fits neither the sheet nor the kind is reported with its line and the valid names")
    func misfits() throws {
        func detail(_ mapping: String) -> String {
            let fault = #expect(throws: SheetFault.self) {
                try importing("Line,Where\nL1,s1", .lines, mapping: mapping)
            }
            return fault?.detail ?? ""
        }
        #expect(
            detail("[columns]\nsite = Place").contains(
                "map.txt:2: the sheet has no column \"Place\"; its columns are \"Line\", \"Where\""))
        #expect(detail("[columns]\nnation = Where").contains("map.txt:2: nation is not a member of lines"))
        #expect(detail("[values nation]\na = b").contains("[values nation]"))
        #expect(detail("[sheet]\nlast-day = site").contains("last-day"))
        #expect(detail("[columns]\nsite = Where\n[constants]\nsite = x").contains("a column and a constant"))
        #expect(detail("[columns]\nline = Line\n[sheet]\nkey = Where").contains("use it or a key"))
    }

    @Test("column names ignore case, blanks and underscores, and must be unique")
    func names() throws {
        let plan = try importing(
            "LINE, Site ,Capa_bility,posts,From,PRIORITY\nL1,s1,trainer,3,2026-01-01,2", .lines)
        #expect(plan.problems == [])
        #expect(plan.entries.map(\.id) == ["L1"])
        let fault = #expect(throws: SheetFault.self) { try importing("line,Post s,POSTS\n", .lines) }
        #expect(fault?.detail.contains("columns 2 and 3 are both named") == true)
    }

    @Test("a flag maps a column whose name may contain an equals sign")
    func flag() throws {
        var mapping = Mapping()
        try mapping.map("Serial=No = pledge")
        #expect(mapping.columns["pledge"]?.name == "Serial=No")
        #expect(throws: SheetFault.self) { try mapping.map("pledge") }
        #expect(throws: SheetFault.self) { try mapping.map("=pledge") }
    }

    @Test("any bytes yield a mapping or a fault, and so does an import with them", arguments: 0..<200)
    func hostile(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let words = [
            "[sheet]", "[columns]", "[constants]", "[values site]", "[", "]", "=", "\"", "\n", "\n", " ", "#", "site",
            "Where",
            "key", "ignore", "last-day", "dates", "DD.MM.YYYY", "M", "YYYY", "decimal", "comma", "header", "2",
            "99999999999999999999",
            "delimiter", "tab", "\u{301}", "\u{0}",
        ]
        let text = (0..<Int.random(in: 0...40, using: &random)).map { _ in random.one(of: words) }.joined()
        guard (try? Mapping(reading: Array(text.utf8), file: "m")) != nil else { return }
        let plan = try? importing("Line,Where,posts\nL1,a;b,1\n", .lines, mapping: text)
        #expect(plan.map { $0.wrongRows <= 1 } ?? true)
    }

    @Test("a foreign sheet: names, constants, words, dates, decimal comma, last days, an id from a key")
    func foreign() throws {
        let mapping = """
            [sheet]
            dates = DD.MM.YYYY
            decimal = comma
            last-day = until
            key = Truppenteil
            key = Land
            ignore = Telefon
            [columns]
            nation = Land
            capability = Truppenteil
            quantity = Stärke
            from = Beginn
            until = Ende
            status = Stand
            likelihood = Sicherheit
            caveats.sites = Orte
            [constants]
            kind = personnel
            [values nation]
            Norwegen = NOR
            [values status]
            Zugesagt = confirmed
            [values capability]
            Ausbilder Stab = trainer.staff
            [values caveats.sites]
            Ar Rustamiyah = ar-rustamiyah
            """
        let sheet = """
            Land;Truppenteil;Stärke;Beginn;Ende;Stand;Sicherheit;Orte;Telefon
            Norwegen;Ausbilder Stab;1.200;1.2.2026;31.12.2026;zugesagt;62,5 %;Ar Rustamiyah, bagdad;+47
            """
        let plan = try importing(sheet, .pledges, mapping: mapping)
        #expect(plan.problems.map(\.text) == [])
        let event = try Plans.received(try #require(plan.events.first).event)
        guard case .pledge(let id, let pledge) = event.event.document, case .personnel(let offer) = pledge.offer else {
            Issue.record("no pledge of personnel")
            return
        }
        #expect(id.text.hasPrefix("NOR/Ausbilder-Stab-Norwegen-"))
        #expect(pledge.status == .confirmed)
        #expect(pledge.likelihood == 0.625)
        #expect(offer.quantity == 1200)
        #expect(offer.from.text == "2026-02-01")
        #expect(offer.until?.text == "2027-01-01")
        #expect(offer.caveats.sites.map(\.text) == ["ar-rustamiyah", "bagdad"])
        #expect(try importing(sheet, .pledges, mapping: mapping).entries.map(\.id) == [id.text])
    }
}
