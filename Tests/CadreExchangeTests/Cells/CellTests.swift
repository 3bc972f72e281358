import CadreContract
import CadrePlanning
import TestSupport
import Testing

@testable import CadreExchange

@Suite("cells")
struct CellTests {
    @Test("a text is read back from its cell, and no cell is a formula", arguments: 0..<500)
    func texts(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let text = random.text(0...4)
        let cell = CellText.cell(of: text)
        #expect(!cell.isEmpty)
        #expect(Array(CellText.plain(cell).utf8) == Array(text.utf8))
        #expect(!"=+-@\t\r".utf8.contains(cell.utf8.first ?? 0))
    }

    @Test("apostrophes are added only if necessary")
    func apostrophes() {
        #expect(CellText.cell(of: "=1+1") == "'=1+1")
        #expect(CellText.cell(of: "") == "'")
        #expect(CellText.cell(of: "'s Gravenhage") == "'s Gravenhage")
        #expect(CellText.cell(of: "'=x") == "''=x")
        #expect(CellText.plain("'s Gravenhage") == "'s Gravenhage")
    }

    @Test("dates are read by pattern")
    func dates() throws {
        func read(_ pattern: String, _ cell: String) throws -> String? {
            try #require(DatePattern(pattern)).day(cell)?.text
        }
        #expect(try read("DD.MM.YYYY", "31.12.2026") == "2026-12-31")
        #expect(try read("DD.MM.YYYY", "1.2.2026") == "2026-02-01")
        #expect(try read("M/D/YY", "12/31/26") == "2026-12-31")
        #expect(try read("DD MMM YYYY", "05 dec 2026") == "2026-12-05")
        #expect(try read("DD.MM.YYYY", "30.02.2026") == nil)
        #expect(try read("DD.MM.YYYY", "31.12.2026x") == nil)
        #expect(try read("DD.MM.YYYY", "31/12/2026") == nil)
        #expect(try read("DD.MM.YYYY", "31.12.26") == nil)
        #expect(try read("YYYYMMDD", "20261231") == "2026-12-31")
        for wrong in ["", "DD.MM", "DD.MM.YYYY YYYY", "DD.MM.YYY", "dd.mm.yyyy Z", "1D.MM.YYYY"] {
            #expect(DatePattern(wrong) == nil, "\(wrong)")
        }
    }

    @Test("numbers are read in three notations")
    func numbers() {
        #expect(NumberCell.json("1250", nil) == "1250")
        #expect(NumberCell.json("007", nil) == "7")
        #expect(NumberCell.json("-0.5", nil) == "-0.5")
        #expect(NumberCell.json("1e-7", nil) == "1e-7")
        for unclear in ["1,250", "1.250,5", "1 250", "0x10", "", "-", "1.", ".5", "٣", "NaN"] {
            #expect(NumberCell.json(unclear, nil) == nil, "\(unclear)")
        }
        #expect(NumberCell.json("1.250,5", .comma) == "1250.5")
        #expect(NumberCell.json("1\u{A0}250", .comma) == "1250")
        #expect(NumberCell.json("12.50", .comma) == nil)
        #expect(NumberCell.json("0,5", .comma) == "0.5")
        #expect(NumberCell.json("-1,250,000.25", .point) == "-1250000.25")
        #expect(NumberCell.json("1'250", .point) == "1250")
        #expect(NumberCell.json("1,5", .point) == nil)
        #expect(NumberCell.share("60 %", nil) == "0.6")
        #expect(NumberCell.share("62,5%", .comma) == "0.625")
        #expect(NumberCell.share("0.6", nil) == "0.6")
        #expect(NumberCell.share("%", nil) == nil)
    }

    @Test("words, flags, lists and maps become JSON")
    func forms() {
        func json(_ form: CellForm, _ cell: String) -> String {
            String(decoding: form.json(cell, Conventions()), as: UTF8.self)
        }
        #expect(json(.word, " Confirmed ") == "\"confirmed\"")
        #expect(json(.capitals, "nor") == "\"NOR\"")
        #expect(json(.text, " a ") == "\" a \"")
        #expect(json(.flag, "Yes") == "true")
        #expect(json(.flag, "perhaps") == "\"perhaps\"")
        #expect(json(.number, "many") == "\"many\"")
        #expect(json(.day, "2026-01-01 00:00:00") == "\"2026-01-01\"")
        #expect(json(.names, "a; b,c\nd") == "[\"a\",\"b\",\"c\",\"d\"]")
        #expect(json(.quantities, "water = 2.5; fuel=x") == "{\"water\":2.5,\"fuel\":\"x\"}")
        #expect(
            json(.hosting, "rule.guards=E-1; commodity.water") == "{\"rule.guards\":\"E-1\",\"commodity.water\":null}")
        #expect(
            json(.instructors, "trainer.a=2; b=1/10")
                == "[{\"capability\":\"trainer.a\",\"count\":2},{\"capability\":\"b\",\"perStudents\":10}]")
    }
}
