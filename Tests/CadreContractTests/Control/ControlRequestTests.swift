import CadreContract
import CadrePlanning
import Testing

@Suite("Requests on control (CONTRACT § 6)")
struct ControlRequestTests {
    static let calls: [ControlCall] = [
        .eventSubmit(EventSubmit(events: [Array(#"{"id":"e-1"}"#.utf8)])),
        .eventSubmit(EventSubmit(events: Array(repeating: Array(#"{"id":"e-1"}"#.utf8), count: 1_000))),
        .estimateGet(EstimateGet(mission: ID("ntm-i"), name: .summary)),
        .estimateGet(EstimateGet(mission: ID("ntm-i"), name: .force(.offered), at: .revision(7))),
        .estimateGet(
            EstimateGet(
                mission: ID("ntm-i"), name: .logistics(.full), at: .time(Instant(seconds: 1_092_441_600, fraction: "5"))
            )),
        .planGet(PlanGet(mission: ID("ntm-i"))),
        .planGet(PlanGet(mission: ID("ntm-i"), kind: .pledge, id: "NOR/P-1")),
        .planGet(PlanGet(mission: ID("ntm-i"), kind: .clock, id: "")),
        .planWhatIf(PlanWhatIf(mission: ID("ntm-i"), events: [Array(#"{"id":"e-1"}"#.utf8)])),
        .planWhatIf(
            PlanWhatIf(
                mission: ID("ntm-i"), events: [Array("{}".utf8), Array("7".utf8)],
                names: [.summary, .force(.full), .gaps])),
        .planDiff(PlanDiff(mission: ID("ntm-i"), from: .revision(3))),
        .planDiff(PlanDiff(mission: ID("ntm-i"), from: .revision(3), to: .revision(3), names: [.range])),
        .planDiff(
            PlanDiff(
                mission: ID("ntm-i"), from: .time(Instant(seconds: 1_092_441_600)),
                to: .time(Instant(seconds: 1_092_441_600, fraction: "5")))),
        .planExplain(
            PlanExplain(
                mission: ID("ntm-i"), question: Question(.trainingGraduates, scenario: .full, period: 0),
                at: .revision(4))),
        .planExplain(
            PlanExplain(
                mission: ID("ntm-i"),
                question: Question(
                    .forceFilled, scenario: .offered, period: 12, site: ID("HQ"), capability: Capability("a.b"),
                    course: ID("c"), commodity: ID("water")))),
        .planExplain(
            PlanExplain(
                mission: ID("ntm-i"), question: Question(.trainingStaffing, scenario: .full, period: nil, run: "d-1#2"))
        ),
        .planExplain(
            PlanExplain(
                mission: ID("ntm-i"),
                question: Question(
                    .logisticsCost, scenario: .committed, period: nil, kind: .trainingAbroad, nation: ID("NOR"),
                    fund: ID("trust-fund")))),
        .journalRead(JournalRead()),
        .journalRead(
            JournalRead(
                after: 7, limit: 1_000, mission: ID("ntm-i"), source: "urn:nor", epoch: "",
                sequences: [1...4, 9...9, 12...UInt64(Int64.max)])),
        .nodeStatus(NodeStatus()),
    ]

    @Test("what a client asks is what a node reads, by either envelope")
    func roundTrip() throws {
        for (index, call) in Self.calls.enumerated() {
            for id in [RequestID(index), RequestID("a\"b"), .null] {
                let request = ControlRequest(id: id, call: call)
                #expect(try ControlRequest(reading: request.bytes, framing: .req) == request)
                #expect(try ControlRequest(reading: request.bytes, framing: .dealer) == request)
            }
        }
    }

    @Test("requests keep to the schema, and the schema refuses what the node refuses")
    func schema() throws {
        // Of a list as long as may be the validator alone would take seconds.
        let requests = Self.calls.enumerated().filter { $0.offset != 1 }
            .map { ControlRequest(id: RequestID($0.offset), call: $0.element).bytes }
        let problems = try SchemaFolder.problems(of: requests, by: "control/request.schema.json")
        #expect(problems.allSatisfy { $0 == nil }, "\(problems)")
        let wrong = Self.wrongParams.map {
            Array(#"{"jsonrpc":"2.0","id":1,"method":"\#($0.method)","params":\#($0.params)}"#.utf8)
        }
        let found = try SchemaFolder.problems(of: wrong, by: "control/request.schema.json")
        for (wrong, problem) in zip(Self.wrongParams, found) { #expect(problem != nil, "\(wrong)") }
    }

    @Test("an id is given back as it came", arguments: ["1", "-7", "1.50", "1e3", "\"\"", "\"a\\u0062\"", "null"])
    func idAsItCame(id: String) throws {
        let bytes = Array(#"{"id": \#(id) ,"jsonrpc":"2.0","method":"node.status"}"#.utf8)
        let request = try ControlRequest(reading: bytes, framing: .req)
        let answer = ControlAnswer.bytes(to: try #require(request.id), error: .unknownMission)
        #expect(String(decoding: answer, as: UTF8.self).hasPrefix(#"{"jsonrpc":"2.0","id":\#(id),"error""#))
    }

    @Test("a request without an id is an error on a REQ envelope, a notification on a DEALER's")
    func withoutID() throws {
        let bytes = Array(#"{"jsonrpc":"2.0","method":"node.status"}"#.utf8)
        let refusal = try #require(throws: ControlRequest.Refusal.self) {
            try ControlRequest(reading: bytes, framing: .req)
        }
        #expect(refusal.id == .null)
        #expect(refusal.error.code == .invalidRequest && refusal.error.member == "id")
        let notification = try ControlRequest(reading: bytes, framing: .dealer)
        #expect(notification == ControlRequest(id: nil, call: .nodeStatus(NodeStatus())))
        // Nothing is said to a notification that is wrong, but what is no request at all is answered.
        #expect(refused(#"{"jsonrpc":"2.0","method":"plan.get"}"#, .dealer)?.id == .some(nil))
        #expect(refused(#"{"jsonrpc":"2.0"}"#, .dealer)?.id == .null)
    }

    @Test(
        "what is no request is answered with the code that JSON-RPC gives it",
        arguments: [
            ("", -32_700, "null", nil),
            ("{", -32_700, "null", nil),
            (#"{"jsonrpc":"2.0","id":1,"method":"node.status","params":NaN}"#, -32_700, "null", nil),
            ("[]", -32_600, "null", nil),
            (#"[{"jsonrpc":"2.0","id":1,"method":"node.status"}]"#, -32_600, "null", nil),
            ("7", -32_600, "null", nil),
            (#"{"jsonrpc":"2.0","id":true,"method":"node.status"}"#, -32_600, "null", "id"),
            (#"{"jsonrpc":"2.0","id":[1],"method":"node.status"}"#, -32_600, "null", "id"),
            (#"{"id":1,"method":"node.status"}"#, -32_600, "1", "jsonrpc"),
            (#"{"jsonrpc":2.0,"id":1,"method":"node.status"}"#, -32_600, "1", "jsonrpc"),
            (#"{"jsonrpc":"2.0","id":1}"#, -32_600, "1", "method"),
            (#"{"jsonrpc":"2.0","id":1,"method":7}"#, -32_600, "1", "method"),
            (#"{"jsonrpc":"2.0","id":"x","method":"node.reboot"}"#, -32_601, "\"x\"", "method"),
            (#"{"jsonrpc":"2.0","id":1,"method":"node.status","params":[1]}"#, -32_602, "1", "params"),
            (#"{"jsonrpc":"2.0","id":1,"method":"node.status","params":"x"}"#, -32_602, "1", "params"),
        ] as [(String, Int, String, String?)])
    func notARequest(text: String, code: Int, id: String, member: String?) throws {
        let refusal = try #require(refused(text, .req))
        #expect(refusal.error.code.rawValue == code)
        #expect(refusal.error.member == member)
        let answer = ControlAnswer.bytes(to: try #require(refusal.id), error: refusal.error)
        #expect(String(decoding: answer, as: UTF8.self).hasPrefix(#"{"jsonrpc":"2.0","id":\#(id),"#))
    }

    @Test("a wrong member of params is named", arguments: wrongParams)
    func wrongParam(wrong: WrongParam) throws {
        let text = #"{"jsonrpc":"2.0","id":1,"method":"\#(wrong.method)","params":\#(wrong.params)}"#
        let refusal = try #require(refused(text, .req), "\(text) was taken")
        #expect(refusal.error.code == .invalidParams)
        #expect(refusal.error.member == (wrong.member.isEmpty ? "params" : "params.\(wrong.member)"))
        #expect(refusal.error.expected?.isEmpty == false)
    }

    @Test("members that are null count as not given")
    func nulls() throws {
        let text = #"""
            {"jsonrpc":"2.0","id":1,"method":"estimate.get",\#
            "params":{"mission":"ntm-i","name":"summary","revision":null,"asOf":null}}
            """#
        let request = try ControlRequest(reading: Array(text.utf8), framing: .req)
        #expect(request.call == .estimateGet(EstimateGet(mission: ID("ntm-i"), name: .summary)))
        let bare = try ControlRequest(
            reading: Array(#"{"jsonrpc":"2.0","id":1,"method":"journal.read","params":null}"#.utf8), framing: .req)
        #expect(bare.call == .journalRead(JournalRead(after: 0, limit: 100)))
    }

    @Test("what is submitted is a batch, whatever each event looks like")
    func batch() throws {
        let many = #"{"jsonrpc":"2.0","id":1,"method":"event.submit","params":{"events":[{"a": 1},[],7,null]}}"#
        let one = #"{"jsonrpc":"2.0","id":1,"method":"event.submit","params":{"event":[{"a":1}, 2]}}"#
        for (text, batch, count) in [(many, #"[{"a": 1},[],7,null]"#, 4), (one, #"[[{"a":1}, 2]]"#, 1)] {
            guard case .eventSubmit(let submit) = try ControlRequest(reading: Array(text.utf8), framing: .req).call
            else {
                Issue.record("no submission")
                continue
            }
            #expect(String(decoding: submit.batch, as: UTF8.self) == batch)
            #expect(submit.count == count)
            #expect(EventReader().read(payload: submit.batch).count == count, "one reading each")
        }
    }

    @Test("a request has at most four times the size of an event, and four levels more")
    func limits() throws {
        let limits = ContractLimits(eventBytesMax: 100)
        let fits = #"{"jsonrpc":"2.0","id":1,"method":"node.status"}"#
        let padded = fits + String(repeating: " ", count: 400 - fits.utf8.count)
        #expect(throws: Never.self) {
            try ControlRequest(reading: Array(padded.utf8), framing: .req, limits: limits)
        }
        let refusal = try #require(throws: ControlRequest.Refusal.self) {
            try ControlRequest(reading: Array((padded + " ").utf8), framing: .req, limits: limits)
        }
        #expect(refusal.error.code == .invalidRequest)
        // Two of the 36 levels are the request and its params.
        #expect(refused(submission(depth: 34), .req) == nil)
        #expect(refused(submission(depth: 35), .req)?.error.code == .notJSON)
        #expect(refused(submission(depth: 100_000), .req)?.error.code == .notJSON)
    }

    private func submission(depth: Int) -> String {
        let batch = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        return #"{"jsonrpc":"2.0","id":1,"method":"event.submit","params":{"events":\#(batch)}}"#
    }

    private func refused(_ text: String, _ framing: ControlRequest.Framing) -> ControlRequest.Refusal? {
        do throws(ControlRequest.Refusal) {
            _ = try ControlRequest(reading: Array(text.utf8), framing: framing)
            return nil
        } catch {
            return error
        }
    }

    struct WrongParam: Sendable, CustomTestStringConvertible {
        var method: String
        var params: String
        var member: String

        init(_ method: String, _ params: String, _ member: String) {
            self.method = method
            self.params = params
            self.member = member
        }

        var testDescription: String { "\(method) \(params.prefix(60))" }
    }

    static let wrongParams: [WrongParam] = [
        WrongParam("event.submit", "{}", "events"),
        WrongParam("event.submit", #"{"events":[]}"#, "events"),
        WrongParam("event.submit", #"{"events":{}}"#, "events"),
        WrongParam("event.submit", #"{"event":{},"events":[{}]}"#, "events"),
        WrongParam(
            "event.submit", #"{"events":[\#(Array(repeating: "{}", count: 1_001).joined(separator: ","))]}"#, "events"),
        WrongParam("estimate.get", #"{"name":"summary"}"#, "mission"),
        WrongParam("estimate.get", #"{"mission":"a.b","name":"summary"}"#, "mission"),
        WrongParam("estimate.get", #"{"mission":7,"name":"summary"}"#, "mission"),
        WrongParam("estimate.get", #"{"mission":"ntm-i"}"#, "name"),
        WrongParam("estimate.get", #"{"mission":"ntm-i","name":"force"}"#, "name"),
        WrongParam("estimate.get", #"{"mission":"ntm-i","name":"summary","revision":0}"#, "revision"),
        WrongParam("estimate.get", #"{"mission":"ntm-i","name":"summary","revision":1.5}"#, "revision"),
        WrongParam(
            "estimate.get", #"{"mission":"m","name":"summary","revision":1,"asOf":"2004-08-14T00:00:00Z"}"#, "asOf"),
        WrongParam("estimate.get", #"{"mission":"ntm-i","name":"summary","asOf":7}"#, "asOf"),
        WrongParam("estimate.get", #"{"mission":"ntm-i","name":"summary","revisoin":1}"#, ""),
        WrongParam("plan.get", "{}", "mission"),
        WrongParam("plan.get", #"{"mission":"ntm-i","kind":"sites"}"#, "kind"),
        WrongParam("plan.get", #"{"mission":"ntm-i","id":7}"#, "id"),
        WrongParam("plan.whatif", #"{"events":[{}]}"#, "mission"),
        WrongParam("plan.whatif", #"{"mission":"m"}"#, "events"),
        WrongParam("plan.whatif", #"{"mission":"m","events":[]}"#, "events"),
        WrongParam("plan.whatif", #"{"mission":"m","events":[{}],"names":[]}"#, "names"),
        WrongParam("plan.whatif", #"{"mission":"m","events":[{}],"names":["force"]}"#, "names[0]"),
        WrongParam("plan.whatif", #"{"mission":"m","events":[{}],"revision":1}"#, ""),
        WrongParam("plan.diff", #"{"mission":"m"}"#, "from"),
        WrongParam("plan.diff", #"{"mission":"m","from":0}"#, "from"),
        WrongParam("plan.diff", #"{"mission":"m","from":"monday"}"#, "from"),
        WrongParam("plan.diff", #"{"mission":"m","from":1,"to":"2004-08-14T00:00:00Z"}"#, "to"),
        WrongParam("plan.diff", #"{"mission":"m","from":"2004-08-14T00:00:00Z","to":7}"#, "to"),
        WrongParam("plan.explain", #"{"mission":"m","scenario":"offered","figure":"force.required"}"#, "period"),
        WrongParam(
            "plan.explain", #"{"mission":"m","scenario":"best","figure":"force.required","period":1}"#, "scenario"),
        WrongParam("plan.explain", #"{"mission":"m","scenario":"full","figure":"force","period":1}"#, "figure"),
        WrongParam("plan.explain", #"{"mission":"m","scenario":"full","figure":"force.filled","period":-1}"#, "period"),
        WrongParam("plan.explain", #"{"mission":"m","scenario":"full","figure":"force.gap"}"#, "period"),
        WrongParam("plan.explain", #"{"mission":"m","scenario":"full","figure":"logistics.lift"}"#, "period"),
        WrongParam(
            "plan.explain", #"{"mission":"m","scenario":"full","figure":"logistics.cost","kind":"food"}"#, "kind"),
        WrongParam(
            "plan.explain", #"{"mission":"m","scenario":"full","figure":"training.staffing","run":7}"#, "run"),
        WrongParam("journal.read", #"{"after":-1}"#, "after"),
        WrongParam("journal.read", #"{"limit":0}"#, "limit"),
        WrongParam("journal.read", #"{"limit":1001}"#, "limit"),
        WrongParam("journal.read", #"{"source":7}"#, "source"),
        WrongParam("journal.read", #"{"sequences":[]}"#, "sequences"),
        WrongParam("journal.read", #"{"sequences":[1,2]}"#, "sequences[0]"),
        WrongParam("journal.read", #"{"sequences":[[0,2]]}"#, "sequences[0][0]"),
        WrongParam("journal.read", #"{"sequences":[[1,2,3]]}"#, "sequences[0]"),
        WrongParam("node.status", #"{"verbose":true}"#, ""),
    ]
}
