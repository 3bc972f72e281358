import CadreContract
import CadreReports
import Testing

@Suite("a figure as a tree")
struct ExplanationTreeTests {
    private func part(
        _ label: String, _ value: String, _ basis: String, _ event: String?, note: String? = nil
    ) -> String {
        AnswerFixture.part(label, value, basis, event, note: note)
    }

    @Test("groups come with their sums, the greatest first, and each part says how, by which rule and which event")
    func grouped() throws {
        let answer = try AnswerFixture.explanation(
            "71",
            [
                part("line hq", "10", "10 posts of the line", "e1"), part("line camp", "40", "so", "e2"),
                part("rule guards at s1", "12", "40 · 0.3", nil), part("run r1, trainer.army", "8", "so", "e3"),
                part("rule medical at s1", "0", "provided", nil), part("rule guards at s2", "1", "so", nil),
            ])
        let text = ExplanationTree(answer).text(period: "the peak", marking: "exercise")
        #expect(
            text == """
                m1: force.required, offered  [exercise]
                71 persons on 2024-01-15 (period 2, the peak)
                as of 2024-01-09T08:00:00Z, revision 7

                ├─ lines                         50  2 parts
                │  ├─ line camp                  40
                │  │    so · MODEL § 6 · event e2
                │  └─ line hq                    10
                │       10 posts of the line · MODEL § 6 · event e1
                ├─ rules at s1                   12  2 parts
                │  ├─ rule guards at s1          12
                │  │    40 · 0.3 · MODEL § 6 · as shipped
                │  └─ rule medical at s1          0
                │       provided · MODEL § 6 · as shipped
                ├─ run r1, trainer.army           8
                │    so · MODEL § 6 · event e3
                └─ rule guards at s2              1
                     so · MODEL § 6 · as shipped
                """)
    }

    @Test("pledges are together by nation, uses by site, places abroad by themselves; one group needs no name")
    func groups() throws {
        func branches(_ labels: [String]) throws -> [String] {
            let answer = try AnswerFixture.explanation("\(labels.count)", labels.map { part($0, "1", "so", "e1") })
            return ExplanationTree(answer).text().split(separator: "\n").compactMap { line in
                line.contains("─ ") ? String(line.split(separator: "  ").first { $0.contains("─") } ?? "") : nil
            }
        }
        #expect(
            try branches(["pledge NOR/P-1", "pledge CAN/P-1", "pledge NOR/P-2"]) == [
                "├─ pledges of NOR", "├─ pledge NOR/P-1", "└─ pledge NOR/P-2", "└─ pledge CAN/P-1",
            ])
        #expect(
            try branches(["people at s1", "site rate at s1", "hosted at s2", "students beginning course c at s1"]) == [
                "├─ at s1", "├─ people at s1", "├─ site rate at s1", "└─ students beginning course c at s1",
                "└─ hosted at s2",
            ])
        #expect(
            try branches(["places NOR/P-1 for demand d", "places NOR/P-2 for demand d"]) == [
                "├─ places NOR/P-1 for demand d", "└─ places NOR/P-2 for demand d",
            ])
    }

    @Test("planned runs of a demand that are alike are one part; their sum is theirs")
    func folded() throws {
        let answer = try AnswerFixture.explanation(
            "19",
            [
                part("run d#1, trainer.army", "5", "so", "e1"), part("run d#2, trainer.army", "4", "so", "e1"),
                part("run d#3, trainer.army", "5", "so", "e1"), part("run d#3, trainer.police", "5", "so", "e1"),
            ])
        let lines = ExplanationTree(answer).text().split(separator: "\n").filter { $0.contains("─ ") }
        #expect(
            lines == [
                "├─ run d#1…#3, trainer.army         10  2 of 5", "├─ run d#3, trainer.police           5",
                "└─ run d#2, trainer.army             4",
            ])
    }

    @Test("a source that was told is not told at length again")
    func sources() throws {
        let parts = ["a", "b"].map { name in
            part("people at \(name)", "1", "so", nil).replacing("MODEL § 6", with: "MODEL § 8; a long table")
        }
        let text = ExplanationTree(try AnswerFixture.explanation("2", parts)).text()
        #expect(text.contains("so · MODEL § 8; a long table · as shipped"))
        #expect(text.hasSuffix("so · MODEL § 8; as above · as shipped"))
    }

    @Test("no line is wider than was asked for, whatever the basis", arguments: [60, 80, 100])
    func width(columns: Int) throws {
        let basis = (1...40).map { "word\($0)" }.joined(separator: " ")
        let label = "rule a-very-long-name-of-a-rule-that-somebody-invented at a-site-of-a-long-name"
        let answer = try AnswerFixture.explanation(
            "3", [part(label, "2", basis, "e"), part("line x", "1", basis, nil)])
        let lines = ExplanationTree(answer).text(width: columns).split(separator: "\n")
        #expect(lines.allSatisfy { $0.count <= columns || $0.contains("a-very-long-name") })
        #expect(lines.contains { $0.contains("word40") })
    }

    @Test("the note of an event follows it; parts with other notes are told apart")
    func notes() throws {
        let answer = try AnswerFixture.explanation(
            "3",
            [
                part("run d#1", "1", "so", "e1", note: "by letter"),
                part("run d#2", "1", "so", "e1", note: "by letter"),
                part("run d#3", "1", "so", "e1", note: ""),
            ])
        let lines = ExplanationTree(answer).text().split(separator: "\n").suffix(4).map(String.init)
        #expect(lines[0].hasPrefix("├─ run d#1…#2") && lines[0].hasSuffix("2  2 of 1"))
        #expect(lines[1] == "│    so · MODEL § 6 · event e1 · “by letter”")
        #expect(lines[3] == "     so · MODEL § 6 · event e1")
    }

    @Test("a figure of the whole horizon has no date; a share keeps four decimals")
    func horizon() throws {
        let answer = try AnswerFixture.explanation(
            "0.8333333", [part("entry 1", "0.8333333", "so", "e1")], figure: "training.staffing", when: "")
        let lines = ExplanationTree(answer).text().split(separator: "\n")
        #expect(lines[1] == "0.8333 persons over the whole horizon")
        #expect(lines[3].hasSuffix(" 0.8333"))
    }

    @Test("parts that do not add up are told; a difference by rounding is not")
    func sums() throws {
        let wrong = try AnswerFixture.explanation("5", [part("line x", "4", "so", "e1")])
        #expect(ExplanationTree(wrong).text().contains("the parts add up to 4: please report"))
        let rounded = try AnswerFixture.explanation(
            "0.3", [part("run a", "0.1", "so", "e1"), part("run b", "0.2", "so", "e1")])
        #expect(!ExplanationTree(rounded).text().contains("add up"))
    }

    @Test("a figure without parts is made of nothing")
    func nothing() throws {
        let nothing = try AnswerFixture.explanation("0", [])
        #expect(ExplanationTree(nothing).text().hasSuffix("made of nothing"))
    }

    @Test("what a terminal would obey does not reach it")
    func printable() throws {
        let answer = try AnswerFixture.explanation("1", [part("line x", "1", #"a\u001b[2Jb"#, "e1")])
        #expect(!ExplanationTree(answer).text().contains("\u{1B}"))
    }
}
