import CadreContract
import CadreJSON
import CadrePlanning
import Testing

@Suite("Answers on control (CONTRACT § 6)")
struct ControlAnswerTests {
    private let id = RequestID(7)
    private let time = Instant(seconds: 1_092_441_600, fraction: "25")

    @Test("what became of submitted events, in order")
    func submit() throws {
        let answer = EventSubmit.Answer(results: [
            .accepted(sequence: 1), .duplicate(sequence: 2), .superseded(sequence: 3),
            .rejected(.schema, detail: "quantity: expected a count, found text"),
        ])
        let bytes = bytes(EventSubmit.self, answer)
        #expect(
            String(decoding: bytes, as: UTF8.self) == #"""
                {"jsonrpc":"2.0","id":7,"result":{"results":[{"status":"accepted","sequence":1},\#
                {"status":"duplicate","sequence":2},{"status":"superseded","sequence":3},\#
                {"status":"rejected","reason":"schema","detail":"quantity: expected a count, found text"}]}}
                """#)
        try judge(
            EventSubmit.self, answer,
            wrong: [("\"accepted\"", "\"taken\""), (#""duplicate","sequence":2"#, #""duplicate""#), ("schema", "odd")])
    }

    @Test("an estimate is given as it would be published")
    func estimate() throws {
        let estimates = EstimateSamples.full
        for encoded in estimates.encoded() {
            let data = encoded.data(estimates.head)
            let bytes = bytes(EstimateGet.self, data)
            #expect(try result(bytes).source == data)
        }
        let data = try #require(EncodedEstimate(.summary, of: estimates)).data(estimates.head)
        try judge(EstimateGet.self, data, wrong: [(#""nations""#, #""countries""#)])
    }

    @Test("documents that stand come with the event that set them")
    func plan() throws {
        let answer = PlanGet.Answer(entities: [
            PlanGet.Entity(
                key: EntityKey(.pledge, "NOR/P-1"), document: Array(#"{"mission":"ntm-i", "pledge":"P-1"}"#.utf8),
                stamp: Stamp(time: time, id: "e-1", source: "urn:nor"), sequence: 12),
            PlanGet.Entity(
                key: EntityKey(.clock, ""), document: Array("{}".utf8),
                stamp: Stamp(time: time, id: "e-2", source: "urn:cadre:alpha"), sequence: 13),
        ])
        try judge(
            PlanGet.self, answer,
            wrong: [(#""kind":"pledge""#, #""kind":"promise""#), (#""sequence":12"#, #""sequence":0"#)])
    }

    @Test("a figure comes with its parts")
    func explanation() throws {
        let head = EstimateSamples.full.head
        let answer = PlanExplain.Answer(
            head: head, question: Question(.forceFilled, scenario: .offered, period: 2, site: ID("HQ")),
            explanation: Explanation(
                value: .whole(7), unit: "persons",
                parts: [
                    .init(
                        label: "pledge NOR/P-1", value: .whole(7), basis: "7 sit", source: "MODEL § 7", event: "e-1",
                        note: "by letter"),
                    .init(label: "rule \"x\"", value: .real(0.25), basis: "", source: "MODEL § 6", event: nil),
                ]))
        let written = try result(bytes(PlanExplain.self, answer))
        #expect(written["site"]?.text == "HQ")
        #expect(written["date"]?.text == (head.start + 2 * head.periodDays).text)
        #expect(written["parts"]?.elements?.map { $0["note"]?.text } == ["by letter", nil])
        try judge(
            PlanExplain.self, answer,
            wrong: [(#""value":7,"unit""#, #""unit""#), (#""event":null"#, #""event":7"#), ("offered", "best")])
    }

    @Test("a figure of the whole horizon has neither period nor date")
    func explanationOfHorizon() throws {
        let answer = PlanExplain.Answer(
            head: EstimateSamples.full.head,
            question: Question(.logisticsCost, scenario: .full, period: nil, kind: .lift, fund: ID("airlift")),
            explanation: Explanation(value: .real(0.5), unit: "EUR", parts: []))
        let written = try result(bytes(PlanExplain.self, answer))
        #expect(written["period"] == nil && written["date"] == nil)
        #expect(written["kind"]?.text == "lift" && written["fund"]?.text == "airlift")
        try judge(
            PlanExplain.self, answer,
            wrong: [(#""kind":"lift""#, #""kind":"food""#), ("logistics.cost", "logistics.lift")])
    }

    @Test("a what-if tells before, after and what differs")
    func whatIf() throws {
        let before = try JSONValue(parsing: Array(#"{"revision":1,"a/b":[1,2],"x":null}"#.utf8))
        let after = try JSONValue(parsing: Array(#"{"revision":2,"a/b":[1,3],"y":"z"}"#.utf8))
        let answer = PlanWhatIf.Answer(
            estimates: [.init(name: .summary, before: before, after: after)],
            rejected: [
                .init(index: 3, rejection: Rejection(.schema, detail: "posts: expected a count", id: "e", bytes: []))
            ])
        let written = try result(bytes(PlanWhatIf.self, answer))
        #expect(
            written["estimates"]?["summary"]?["changes"]?.source
                == Array(
                    #"""
                    [{"path":"/a~1b/1","before":2,"after":3},{"path":"/x","before":null,"after":null},\#
                    {"path":"/y","before":null,"after":"z"}]
                    """#.utf8))
        try judge(
            PlanWhatIf.self, answer,
            wrong: [(#""path":"/x""#, #""path":"x""#), (#""index":3"#, #""index":-1"#), ("schema", "odd")])
    }

    @Test("a diff tells what changed, and each event's share")
    func diff() throws {
        let change = FigureChange(path: "/filled", before: nil, after: try JSONValue(parsing: Array("7".utf8)))
        let answer = PlanDiff.Answer(
            estimates: [PlanDiff.Difference(name: .force(.full), changes: [change])],
            events: [
                PlanDiff.Share(
                    stamp: Stamp(time: time, id: "e-1", source: "urn:nor"), type: "cadre.pledge.recorded.v1",
                    sequence: 12, changes: [PlanDiff.NamedChange(name: .force(.full), change: change)])
            ])
        let written = try result(bytes(PlanDiff.self, answer))
        #expect(
            written["events"]?.elements?.first?["changes"]?.source
                == Array(#"[{"name":"force.full","path":"/filled","before":null,"after":7}]"#.utf8))
        try judge(
            PlanDiff.self, answer,
            wrong: [(#""name":"force.full""#, #""name":"force""#), (#""sequence":12"#, #""sequence":0"#)])
    }

    @Test("a page of the journal gives events byte for byte")
    func journal() throws {
        let event = Array(#"{ "specversion": "1.0", "id": "é", "x": 1.50 }"#.utf8)
        var answer = JournalRead.Answer(
            events: [.init(sequence: 8, received: time, topic: "pledge.ntm-i.NOR", event: event)], next: 8, newest: 9)
        try judge(
            JournalRead.self, answer, wrong: [(#""next":8"#, #""next":"8""#), (#""topic":"#, #""subject":"#)])
        answer = JournalRead.Answer(events: [], next: nil, newest: 0)
        try judge(
            JournalRead.self, answer, wrong: [(#""next":null,"#, "")])
    }

    @Test("a page ends early at 1 MiB, but never before its first event")
    func pageBytes() {
        func page(_ sizes: [Int], next: Int? = nil) -> JournalRead.Answer {
            let events = sizes.enumerated().map { index, size in
                JournalRead.JournaledEvent(
                    sequence: index + 1, received: time, topic: "t", event: [UInt8](repeating: 0x20, count: size))
            }
            return JournalRead.Answer(events: events, next: next, newest: 99)
        }
        func bounded(_ page: JournalRead.Answer) -> [Int?] {
            var page = page
            page.bound()
            return [page.events.count, page.next]
        }
        let half = 1 << 19
        #expect(bounded(page([half, half])) == [2, nil])
        #expect(bounded(page([half, half], next: 50)) == [2, 50])
        #expect(bounded(page([half, half, 1])) == [2, 2])
        #expect(bounded(page([half, half + 1, 1], next: 50)) == [1, 1])
        #expect(bounded(page([3 << 20, 1])) == [1, 1])
        #expect(bounded(page([3 << 20])) == [1, nil])
        #expect(bounded(page([])) == [0, nil])
    }

    @Test("a node's status, and where it listens")
    func status() throws {
        let answer = NodeStatus.Answer(
            status: StatusNotice(
                version: "1.0.0", uptimeSeconds: 3.5, revision: 9, missions: ["ntm-i": 9],
                topics: ["status.alpha": String(repeating: "0f", count: 32)], rates: ["events": 1.5],
                queues: ["intake": 2], counters: ["accepted": 9, "rejected": 0]),
            endpoints: .init(
                intake: ["tcp://127.0.0.1:5570", "ipc:///run/cadre"], estimates: ["tcp://[::1]:1"], control: []))
        try judge(
            NodeStatus.self, answer, wrong: [(#""endpoints""#, #""sockets""#), (#""control":[]"#, #""control":null"#)])
    }

    @Test("errors say what is wrong, where, and what would do")
    func errors() throws {
        let error = ControlError.invalidParam("revision", reason: "there is none", expected: "1 to 140")
        let bytes = ControlAnswer.bytes(to: id, error: error)
        #expect(
            String(decoding: bytes, as: UTF8.self) == #"""
                {"jsonrpc":"2.0","id":7,"error":{"code":-32602,"message":"Invalid params",\#
                "data":{"reason":"there is none","member":"params.revision","expected":"1 to 140"}}}
                """#)
        let all: [ControlError] = [
            error, .unknownMission, ControlError(.busy, reason: "100 requests wait", expected: "a later try"),
            ControlError(.notAuthorised, reason: "this key may not read"),
            ControlError(.internalError, reason: "the disk is full"),
        ]
        #expect(all.map(\.code.rawValue) == [-32_602, -32_002, -32_003, -32_001, -32_603])
        for error in all {
            let answer = try ControlAnswer(reading: ControlAnswer.bytes(to: id, error: error))
            #expect(answer.id == id)
            #expect(throws: error) { try answer.outcome.get() }
        }
        let written = all.map { ControlAnswer.bytes(to: id, error: $0) }
        #expect(try SchemaFolder.problems(of: written, by: "control/response.schema.json").allSatisfy { $0 == nil })
        let wrong = [
            bytes.replacing("-32602", with: "-1"), bytes.replacing(#""reason""#, with: #""why""#),
            bytes.replacing(#""error":"#, with: #""result":1,"error":"#),
        ]
        #expect(try SchemaFolder.problems(of: wrong, by: "control/response.schema.json").allSatisfy { $0 != nil })
    }

    @Test("an error of another server is read as far as it goes")
    func foreignError() throws {
        let bytes = Array(#"{"jsonrpc":"2.0","id":null,"error":{"code":-32099,"message":"Later"}}"#.utf8)
        let answer = try ControlAnswer(reading: bytes)
        #expect(answer.id == .null)
        let error = #expect(throws: ControlError.self) { try answer.outcome.get() }
        #expect(error?.code.rawValue == -32_099)
        #expect(error?.reason == "Later")
    }

    @Test(
        "what is no answer is said to be none",
        arguments: [
            "", "7", "{}", #"{"jsonrpc":"2.0","result":1}"#, #"{"jsonrpc":"2.0","id":1}"#,
            #"{"jsonrpc":"2.0","id":1,"result":1,"error":{"code":1,"message":"x"}}"#,
            #"{"jsonrpc":"2.0","id":1,"error":"no"}"#, #"{"jsonrpc":"1.0","id":1,"result":1}"#,
        ])
    func noAnswer(text: String) {
        #expect(throws: AnswerFault.self) { try ControlAnswer(reading: Array(text.utf8)) }
    }

    @Test("a result of the wrong shape is a fault that names the member, never a crash")
    func wrongShape() throws {
        func fault(_ json: String, _ read: (JSONValue) throws -> Void) throws -> String? {
            let value = try JSONValue(parsing: Array(json.utf8))
            do {
                try read(value)
                return nil
            } catch let fault as AnswerFault {
                return fault.description
            }
        }
        let submit = { (value: JSONValue) in _ = try EventSubmit.answer(reading: value) }
        #expect(try fault("7", submit) == "the result: expected an object, found a number")
        #expect(try fault("{}", submit) == "result.results: expected a list, found nothing")
        #expect(try fault(#"{"results":{}}"#, submit) == "result.results: expected a list, found an object")
        #expect(try fault(#"{"results":[7]}"#, submit) == "result.results[0]: expected an object, found a number")
        #expect(
            try fault(#"{"results":[{"status":"lost"}]}"#, submit)
                == "result.results[0].status: expected one of accepted, duplicate, superseded, rejected, found a text")
        let journal = { (value: JSONValue) in _ = try JournalRead.answer(reading: value) }
        #expect(
            try fault(#"{"events":[],"next":1.5,"newest":1}"#, journal)
                == "result.next: expected a whole number from 0, found another number")
        let status = { (value: JSONValue) in _ = try NodeStatus.answer(reading: value) }
        #expect(try fault(#"{"version":1}"#, status) == "result.version: expected a text, found a number")
    }

    private func result(_ bytes: [UInt8]) throws -> JSONValue {
        let answer = try ControlAnswer(reading: bytes)
        #expect(answer.id == id)
        return try answer.outcome.get()
    }

    private func bytes<Params: MethodParams>(_: Params.Type, _ answer: Params.Answer) -> [UInt8] {
        ControlAnswer.bytes(to: id, of: Params.self, result: answer)
    }

    /// Expects that a client reads what a node wrote, that the answer keeps to its method's schema, and that the schema
    /// refuses each mistake.
    private func judge<Params: MethodParams>(
        _ params: Params.Type, _ answer: Params.Answer, wrong: [(right: String, wrong: String)]
    ) throws {
        let whole = bytes(params, answer)
        let result = try result(whole)
        #expect(bytes(params, try Params.answer(reading: result)) == whole)
        let schema = "control/\(Params.method.rawValue).schema.json#/$defs/result"
        let documents = [result.source] + wrong.map { result.source.replacing($0.right, with: $0.wrong) }
        let problems = try SchemaFolder.problems(of: documents, by: schema)
        #expect(problems.first == .some(nil), "\(problems)")
        for (mistake, problem) in zip(wrong, problems.dropFirst()) { #expect(problem != nil, "\(mistake)") }
        #expect(try SchemaFolder.problems(of: [whole], by: "control/response.schema.json") == [nil])
    }
}
