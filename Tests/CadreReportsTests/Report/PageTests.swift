import CadreReports
import Foundation
import Testing

@Suite("the report's page")
struct PageTests {
    static let missions: [(name: String, lines: [String], samples: Int)] = [
        ("small", ReportFixture.small(), 8), ("unsampled", ReportFixture.small(), 0),
        ("empty", ReportFixture.empty, 4), ("one period", ReportFixture.small(weeks: 1), 4),
        ("hostile", ReportFixture.small(title: EscapingTests.hostile, marking: EscapingTests.hostile), 4),
    ]

    /// Planned once for all tests.
    private static let planned = Result {
        try missions.map { (name: $0.name, bytes: try ReportFixture($0.lines, samples: $0.samples).report().html) }
            + ["ntm-i-2004", "nmi-2018"].map {
                (name: $0, bytes: try ReportFixture(example: $0, samples: 2).report().html)
            }
    }

    private func pages() throws -> [(name: String, bytes: [UInt8])] { try Self.planned.get() }

    @Test("every page is well-formed, and has its ten sections in order")
    func wellFormed() throws {
        for (name, bytes) in try pages() {
            let page = try ParsedPage(bytes)
            let ids = page.sections.map { $0.attributes["id"] }
            #expect(
                ids == [
                    "headline", "force", "requirements", "training", "gaps", "supply", "others", "money", "pledges",
                    "basis",
                ], "\(name)")
            let all = page.root.all("section").map { $0.children("h2").count }
            #expect(all.allSatisfy { $0 == 1 }, "\(name): a heading each")
        }
    }

    @Test("who cannot see finds words: charts have a title and a description, tables a caption and scopes")
    func accessible() throws {
        for (name, bytes) in try pages() {
            let page = try ParsedPage(bytes)
            let drawings = page.root.all("svg").filter { $0.attributes["aria-hidden"] != "true" }
            for drawing in drawings {
                #expect(drawing.attributes["role"] == "img", "\(name)")
                #expect(drawing.children("title").first?.text.isEmpty == false, "\(name)")
                let isSpark = drawing.attributes["class"] == "spark"
                #expect(isSpark || drawing.children("desc").first?.text.isEmpty == false, "\(name)")
            }
            for table in page.root.all("table") {
                #expect(table.children("caption").count == 1, "\(name)")
                let heads = table.all("thead").flatMap { $0.all("th") }
                #expect(heads.allSatisfy { $0.attributes["scope"] == "col" }, "\(name)")
                for row in table.all("tbody").flatMap({ $0.children("tr") }) {
                    #expect(row.children.first?.attributes["scope"] == "row", "\(name)")
                    #expect(row.children.count == heads.count, "\(name)")
                }
            }
            let names = page.root.all("section").map { $0.attributes["id"] }
            #expect(Set(names).count == names.count, "\(name): an id names one place")
        }
    }

    @Test("nothing is fetched and nothing runs")
    func offline() throws {
        for (name, bytes) in try pages() {
            let page = try ParsedPage(bytes)
            let outside: Set<String> = [
                "script", "link", "img", "iframe", "object", "embed", "image", "use", "form", "base",
            ]
            for element in outside { #expect(page.root.all(element).isEmpty, "\(name): \(element)") }
            let attributes = everything(page.root).flatMap(\.attributes)
            for (attribute, value) in attributes {
                #expect(!attribute.hasPrefix("on") && attribute != "src" && attribute != "style", "\(name)")
                if attribute == "href" { #expect(value.hasPrefix("#"), "\(name): \(value)") }
            }
            let sheet = try #require(page.root.all("style").first?.text)
            #expect(!sheet.contains("@import") && !sheet.contains("http:") && !sheet.contains("url(//"))
            let policy = page.root.all("meta").first { $0.attributes["http-equiv"] == "Content-Security-Policy" }
            #expect(policy?.attributes["content"]?.contains("default-src 'none'") == true)
        }
    }

    private func everything(_ element: ParsedPage.Element) -> [ParsedPage.Element] {
        [element] + element.children.flatMap(everything)
    }

    @Test("the marking stands at head and foot of the page and of every printed one")
    func marking() throws {
        let page = try ParsedPage(try ReportFixture(ReportFixture.small(marking: "NATO RESTRICTED")).report().html)
        let bars = page.root.all("p").filter { $0.attributes["class"] == "marking" }
        #expect(bars.map(\.text) == ["NATO RESTRICTED", "NATO RESTRICTED"])
        // What is fixed stands on every printed page, and the body's padding on each of them makes room for it.
        let paper = try #require(page.root.all("style").first?.text.components(separatedBy: "@media print").last)
        #expect(paper.contains(".marking{position:fixed") && paper.contains("box-decoration-break:clone"))
        let unmarked = try ReportFixture(ReportFixture.empty).html
        #expect(!unmarked.contains("class=\"marking\""))
    }

    @Test("the same figures give the same bytes, in whatever order the documents come")
    func deterministic() throws {
        let fixture = try ReportFixture(example: "nmi-2018", samples: 0)
        var random = SystemRandomNumberGenerator()
        let one = fixture.report()
        let other = fixture.report(fixture.entries.shuffled(using: &random))
        #expect(one.html == other.html)
        #expect(one.markdown == other.markdown)
    }

    @Test("what is empty is told in a sentence, not drawn")
    func empty() throws {
        let fixture = try ReportFixture(ReportFixture.empty, samples: 3)
        let page = try ParsedPage(fixture.report().html)
        #expect(page.root.all("figure").isEmpty)
        for sentence in [
            "The agreed plan requires no posts in theatre", "No alert is open",
            "No line of the statement of requirements is accepted", "so there is no pipeline",
            "No course of the mission's own needs instructors", "No post is unfilled", "There are no pledges yet",
            "The mission uses no supplies", "No equipment is required", "others need not provide anything",
            "The agreed plan costs nothing",
        ] {
            #expect(page.root.text.contains(sentence), "\(sentence)")
            #expect(fixture.report().markdown.contains(sentence), "\(sentence)")
        }
    }

    @Test("a report without samples says that it has no ranges")
    func unsampled() throws {
        let text = try ParsedPage(try ReportFixture(ReportFixture.small()).report().html).root.text
        #expect(text.contains("There are no ranges: none were sampled"))
        #expect(text.contains("Shortfalls and advice were not computed"))
    }

    @Test("where figures are older than titles, or events are missing, the basis says so")
    func basis() throws {
        let fixture = try ReportFixture(ReportFixture.small())
        func basis(_ origin: MissionReport.Origin) throws -> String {
            try ParsedPage(fixture.report(origin: origin).html).sections.last?.text ?? ""
        }
        let older = "are the current ones; the figures are older"
        #expect(try basis(.daemon(endpoint: "tcp://h:1", isNewest: false)).contains(older))
        #expect(try !basis(.daemon(endpoint: "tcp://h:1", isNewest: true)).contains(older))
        #expect(try basis(.files(["e"], rejected: 3)).contains("3\u{A0}events of the files could not be accepted"))
        #expect(try !basis(.files(["e"], rejected: 0)).contains("could not be accepted"))
    }
}
