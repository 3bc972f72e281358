import TestSupport
import Testing

@testable import CadreExchange

@Suite("CSV as spreadsheets write it")
struct SheetReaderTests {
    private func read(_ text: String, _ reader: SheetReader = SheetReader()) throws -> Sheet {
        try reader.read(Array(text.utf8))
    }

    private func cells(_ text: String) throws -> [[String]] {
        let sheet = try read(text)
        return (sheet.header.map { [$0.cells] } ?? []) + sheet.rows.map(\.cells)
    }

    @Test("any line ending, a byte order mark and an unended last line are read", arguments: ["\n", "\r\n", "\r"])
    func lineEnds(end: String) throws {
        #expect(try cells("\u{FEFF}a,b\(end)1,2\(end)3,") == [["a", "b"], ["1", "2"], ["3", ""]])
    }

    @Test("quotes and line breaks within cells are read, and each row has its line number")
    func quotes() throws {
        let sheet = try read("a,b\r\n\"x\r\ny\",\"say \"\"no\"\"\"\n\n , \n5\" gun,z")
        #expect(
            sheet.rows == [
                .init(line: 2, cells: ["x\r\ny", "say \"no\""]), .init(line: 6, cells: ["5\" gun", "z"]),
            ])
    }

    @Test("the delimiter is detected in the header, or set by sep= or by the caller")
    func delimiters() throws {
        #expect(try cells("a;b\n1,5;2") == [["a", "b"], ["1,5", "2"]])
        #expect(try cells("a\tb\n1;5\t2") == [["a", "b"], ["1;5", "2"]])
        #expect(try cells("\"a\";\"b,c,d\"\n1;2") == [["a", "b,c,d"], ["1", "2"]])
        #expect(try cells("sep=;\r\na,x;b\n1;2") == [["a,x", "b"], ["1", "2"]])
        #expect(try read("a;b,c,d", SheetReader(delimiter: .semicolon)).header?.cells == ["a", "b,c,d"])
        #expect(try cells("one\n1") == [["one"], ["1"]])
        #expect(try cells("") == [])
    }

    @Test("lines above the header are skipped")
    func headerLine() throws {
        let sheet = try read("Contributions, as of May\n\n\na,b\n1,2", SheetReader(headerLine: 3))
        #expect(sheet.header == .init(line: 4, cells: ["a", "b"]))
        #expect(sheet.rows.map(\.line) == [5])
    }

    @Test("a file that is not a sheet is refused with its line and the way to save it")
    func faults() throws {
        func fault(_ bytes: [UInt8]) -> SheetFault? {
            #expect(throws: SheetFault.self) { try SheetReader().read(bytes) }
        }
        let open = fault(Array("a,b\n1,2\n\"x,y\nz".utf8))
        #expect(open?.line == 3)
        #expect(fault(Array("a,b\n\"x\"y,2".utf8))?.line == 2)
        let windows = fault(Array("a,b\n1,Sch".utf8) + [0xE4] + Array("fer".utf8))
        #expect(windows?.line == 2)
        #expect(windows?.detail.contains("byte 10 of the file (E4") == true)
        #expect(windows?.detail.contains("CSV UTF-8") == true)
        #expect(fault([0xFF, 0xFE, 0x61, 0])?.detail.contains("UTF-16") == true)
        #expect(fault([0x50, 0x4B, 3, 4])?.detail.contains("workbook") == true)
        let huge = [UInt8](repeating: UInt8(ascii: "x"), count: ExchangeLimits.cellBytesMax + 1)
        #expect(fault(Array("a\n".utf8) + huge)?.line == 2)
        #expect(fault(Array("a\n\"".utf8) + huge)?.line == 2)
        let many = String(repeating: "1\n", count: ExchangeLimits.rowsMax + 2)
        #expect(fault(Array(many.utf8))?.line == ExchangeLimits.rowsMax + 2)
    }

    @Test("any written sheet is read back", arguments: 0..<200)
    func roundTrip(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let delimiter = random.one(of: Delimiter.allCases)
        let columns = Int.random(in: 1...5, using: &random)
        var writer = SheetWriter(delimiter: delimiter, hasByteOrderMark: random.chance(0.5))
        var rows = [(0..<columns).map { "c\($0)" }]
        for _ in 0..<Int.random(in: 0...20, using: &random) {
            // A non-empty first cell, because an empty row is skipped.
            rows.append(["x"] + (1..<columns + 1).dropLast().map { _ in random.text() })
        }
        for row in rows { writer.add(row) }
        let sheet = try SheetReader(delimiter: delimiter).read(writer.bytes)
        #expect([sheet.header?.cells] + sheet.rows.map(\.cells) == rows)
    }

    @Test("any bytes yield a sheet or a fault", arguments: 0..<300)
    func hostile(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let bytes = (0..<Int.random(in: 0...200, using: &random)).map { _ in
            random.chance(0.7)
                ? random.one(of: Array("\",;\t\r\n'=a ".utf8)) : UInt8.random(in: 0...255, using: &random)
        }
        for delimiter in [nil, Delimiter.comma, .tab] {
            guard let sheet = try? SheetReader(delimiter: delimiter).read(bytes) else { continue }
            #expect(sheet.rows.allSatisfy { $0.line >= 1 && !$0.cells.isEmpty })
        }
    }
}
