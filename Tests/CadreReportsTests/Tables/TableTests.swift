import CadreReports
import Testing

@Suite("tables, numbers, charts")
struct TableTests {
    private var table: Table {
        var table = Table("things", [.init("name"), .init("count", .right)])
        table.add(["one", "1"])
        table.add(["a longer name", "12 345"])
        return table
    }

    @Test("a table is as wide as it needs")
    func wide() {
        #expect(
            table.text() == """
                things
                name            count
                ─────────────  ──────
                one                 1
                a longer name  12 345
                """)
    }

    @Test("in a narrow terminal every line fits, and what is cut says so", arguments: [12, 16, 20, 80])
    func narrow(width: Int) {
        let lines = table.text(width: width).split(separator: "\n").dropFirst()
        #expect(lines.allSatisfy { $0.count <= width })
        #expect(lines.last?.contains("…") == (width < 21))
    }

    @Test("text from the bus cannot command a terminal")
    func printable() {
        #expect(Printable.text("a\u{1B}[2Jb\nc\u{202E}d\u{9B}e") == "a·[2Jb c·d·e")
        #expect(Printable.text("Zürich – ok") == "Zürich – ok")
        var table = Table("t", [.init("x")])
        table.add(["\u{1B}]0;evil\u{7}"])
        #expect(!table.text().unicodeScalars.contains("\u{1B}"))
    }

    @Test("csv quotes as RFC 4180 has it, and gives a spreadsheet no formula")
    func csv() {
        var table = Table("t", [.init("a"), .init("b")])
        table.add(["x,\"y\"", "=1+1"])
        table.add(["-5", "-x"])
        #expect(table.csv == "a,b\r\n\"x,\"\"y\"\"\",'=1+1\r\n-5,'-x\r\n")
    }

    @Test(
        "numbers are grouped and rounded to one decimal",
        arguments: [
            (0, "0"), (7, "7"), (999, "999"), (1_000, "1 000"), (2_972, "2 972"), (-12_345.67, "-12 345.7"),
            (0.04, "0"), (-0.04, "0"), (755.25, "755.3"), (1e16, "–"), (.infinity, "–"),
        ])
    func numbers(value: Double, text: String) {
        #expect(Numbers.short(value) == text)
    }

    @Test("a series fits its width and keeps its peaks")
    func sparkline() {
        #expect(Sparkline.text([0, 1, 2, 7], width: 10) == "▁▂▃█")
        #expect(Sparkline.text([0, 0, 9, 0, 0, 0], width: 3) == "▁█▁")
        #expect(Sparkline.text([5, 5], width: 2, top: 10) == "▅▅")
        #expect(Sparkline.text([0, 0], width: 2) == "▁▁")
        #expect(Sparkline.text([], width: 5) == "")
    }
}
