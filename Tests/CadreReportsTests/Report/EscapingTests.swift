import CadreContract
import CadreReports
import Testing

@Suite("names from outside stay text")
struct EscapingTests {
    /// As it stands in JSON: tags, quotes, entities, formulas, Markdown, a style sheet's end, an accent on `<`.
    static let hostile =
        "=cmd() <script>alert(1)</script> \\\"><img src=x onerror=alert(1)> | **b** [l](http://h) `c` &amp; "
        + "\\\"}</style><p> <\\u0301b> '"

    /// The same as it should be read again.
    private static let shown =
        "=cmd() <script>alert(1)</script> \"><img src=x onerror=alert(1)> | **b** [l](http://h) `c` &amp; "
        + "\"}</style><p> <\u{301}b> '"

    private let fixture: ReportFixture

    init() throws {
        fixture = try ReportFixture(ReportFixture.small(title: Self.hostile, marking: Self.hostile), samples: 4)
    }

    @Test("a browser shows a title as it was given, and takes nothing of it for a tag")
    func html() throws {
        let page = try ParsedPage(fixture.report().html)
        #expect(page.root.all("h1").first?.text == Self.shown)
        #expect(page.root.all("p").first { $0.attributes["class"] == "marking" }?.text == Self.shown)
        let line = page.rows("Posts by line, required and filled").first?.first
        #expect(line?.text.hasPrefix(Self.shown) == true)
        for element in ["script", "img", "b", "a"] {
            let found = page.root.all(element).filter { $0.attributes["href"]?.hasPrefix("#") != true }
            #expect(found.isEmpty, "\(element)")
        }
        // The style sheet ends where it should.
        #expect(fixture.html.components("</style>") == 2)
    }

    @Test("control characters and turned writing do not reach the page")
    func control() throws {
        let lines = ReportFixture.small(title: "a\\u0000b\\u001b[2Jc\\u202ed\\ufffe")
        let html = try ReportFixture(lines).html
        let bad = html.unicodeScalars.filter {
            $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E || $0.value == 0xFFFE
        }
        #expect(bad.isEmpty)
        #expect(html.contains("a·b·[2Jc·d"))
    }

    @Test("a row of Markdown has its columns whatever a name holds, and no tag")
    func markdown() {
        let text = fixture.report().markdown
        #expect(!text.contains("<script") && !text.contains("<img") && !text.contains("[l](http"))
        var columns: Int?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            guard line.hasPrefix("|") else {
                columns = nil
                continue
            }
            let bars = line.components(separatedByUnescaped: "|")
            #expect(columns == nil || columns == bars, "\(line)")
            columns = bars
        }
    }

    @Test("a spreadsheet finds no formula, and every row its columns")
    func csv() {
        var table = Table("t", [.init("a"), .init("b")])
        for text in ["=cmd()", "=\u{301}cmd()", "@x", "+1+1", "-x", "\tx", "\rx"] { table.add([text, text]) }
        table.add(["a\",\u{301}b", "\"\u{301}"])
        let rows = table.csv.unicodeScalars.split(separator: "\r\n".unicodeScalars).map(String.init)
        for row in rows.dropFirst() {
            let first = row.unicodeScalars.first { $0 != "\"" }
            #expect(first == "'" || first == "a", "\(row)")
        }
        #expect(rows.last == "\"a\"\",\u{301}b\",\"\"\"\u{301}\"")
    }
}

extension StringProtocol {
    /// How many parts a separator makes of it.
    fileprivate func components(_ separator: String) -> Int {
        String(self).unicodeScalars.split(separator: separator.unicodeScalars, omittingEmptySubsequences: false).count
    }

    /// How often it stands without a backslash before it.
    fileprivate func components(separatedByUnescaped sign: Character) -> Int {
        var count = 0
        var isEscaped = false
        for character in unicodeScalars {
            if !isEscaped, Character(character) == sign { count += 1 }
            isEscaped = character == "\\" && !isEscaped
        }
        return count
    }
}
