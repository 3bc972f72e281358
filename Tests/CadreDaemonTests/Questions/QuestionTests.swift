import CadreContract
import CadreJSON
import CadrePlanning
import Testing

@testable import CadreDaemon

/// Tests of the queries about plans on `control`: what-if, diff and explanation (CONTRACT § 6).
@Suite("Queries", .timeLimit(.minutes(3)))
struct QuestionTests {
    let events = TestEvents()

    private func batch(_ events: [String]) -> [UInt8] { Array("[\(events.joined(separator: ","))]".utf8) }

    private func figures(_ document: JSONValue?) -> [String: [UInt8]] {
        Dictionary(
            uniqueKeysWithValues: (document?.members ?? []).filter { !["revision", "asOf"].contains($0.name) }
                .map { ($0.name, $0.value.source) })
    }

    /// All kinds of what-if: pledges that are added, increased, withdrawn; changed requirements; a plan event that
    /// moves the clock; later and earlier events; a duplicate; and refused events.
    private var tried: [String] {
        [
            events.pledge(3, quantity: 7), events.pledge(1, quantity: 5),
            events.event(
                "pledge.recorded", id: "p-2b", time: "2025-01-09T00:00:00Z",
                #""pledge":"P-2","nation":"NOR","kind":"personnel","status":"withdrawn","capability":"guard","#
                    + #""quantity":5,"from":"2025-01-06""#),
            events.event(
                "line.required", id: "l-0", time: "2024-01-01T00:00:00Z",
                #""line":"L-1","site":"HQ","capability":"guard","posts":900,"from":"2025-01-06""#),
            events.event(
                "line.required", id: "l-2", time: "2025-02-03T00:00:00Z",
                #""line":"L-2","site":"HQ","capability":"trainer","posts":3,"from":"2025-01-06""#),
            events.pledge(4, capability: "trainer", nation: "ITA"),
        ]
    }

    @Test(
        "a what-if equals a submission to a copy of the journal, and does not change the plan",
        arguments: [false, true])
    func whatIf(plansAreGivenUp: Bool) async throws {
        let real = try await TestDaemon { if plansAreGivenUp { $0.planBytesKept = 0 } }
        let copy = try await TestDaemon()
        let before = events.plan + [events.pledge(1), events.pledge(2)]
        for daemon in [real, copy] { _ = try await daemon.submit(before) }
        if plansAreGivenUp {
            // Another mission's plan replaces it in memory.
            var other = events
            (other.mission, other.source) = ("T-2", "urn:test:other")
            _ = try await real.submit(other.plan)
            _ = try await real.figures("T-2")
        }
        let names = EstimateName.allCases
        let published = try await real.figures("T-1")
        let answer = try await real.ask(
            .planWhatIf(PlanWhatIf(mission: ID("T-1"), batch: batch(tried), names: names)))
        #expect(answer["rejected"]?.elements?.count == 0)

        let outcomes = try await copy.submit(tried)
        #expect(outcomes.map(\.status) == [.accepted, .duplicate, .accepted, .superseded, .accepted, .accepted])
        // The last two are returned once they exist, and with them the summary's range.
        for name in names.reversed() {
            let submitted = try await copy.ask(.estimateGet(EstimateGet(mission: ID("T-1"), name: name)))
            let difference = answer["estimates"]?[name.text]
            #expect(figures(difference?["after"]) == figures(submitted), "\(name.text)")
            let current = try await real.ask(.estimateGet(EstimateGet(mission: ID("T-1"), name: name)))
            #expect(figures(difference?["before"]) == figures(current), "\(name.text)")
            #expect(difference?["after"]?["revision"] == current["revision"], "no revision is used up")
            let isSame = figures(current) == figures(submitted)
            #expect((difference?["changes"]?.elements?.isEmpty ?? true) == isSame, "\(name.text)")
        }
        #expect(try await real.figures("T-1") == published)
        let journal = try await real.ask(.journalRead(JournalRead(limit: 1_000)))
        #expect(journal["newest"]?.integer == before.count + (plansAreGivenUp ? events.plan.count : 0))
        try await real.stop()
        try await copy.stop()
    }

    @Test("refused events are reported with index and reason, and the others are evaluated")
    func refused() async throws {
        let daemon = try await TestDaemon()
        _ = try await daemon.submit(events.plan + [events.pledge(1)])
        var elsewhere = events
        elsewhere.mission = "T-2"
        let batch = batch([
            events.pledge(9), events.pledge(1, quantity: 6), elsewhere.pledge(5), "7",
            events.pledge(8, time: "2190-01-01T00:00:00Z"), events.pledge(7, quantity: -1), events.head(3),
            events.pledge(6), events.pledge(6, quantity: 9),
        ])
        let answer = try await daemon.ask(.planWhatIf(PlanWhatIf(mission: ID("T-1"), batch: batch)))
        let rejected = (answer["rejected"]?.elements ?? []).map {
            "\($0["index"]?.integer ?? -1) \($0["reason"]?.text ?? "")"
        }
        #expect(
            rejected == [
                "1 conflict", "2 topic-mismatch", "3 not-cloudevent", "4 time-in-future", "5 schema", "8 conflict",
            ])
        let filled = answer["estimates"]?["summary"]?["after"]?["scenarios"]?["offered"]?["filled"]?["peak"]
        #expect(filled?.integer == 15)
        try await daemon.stop()
    }

    @Test("a mission's weight limits submissions and what-ifs, also after a restart")
    func weight() async throws {
        // Five entities of twelve periods reach the limit.
        func configure(_ configuration: inout DaemonConfiguration) { configuration.limits.weight = 60 }
        let first = try await TestDaemon(configure: configure)
        #expect(try await first.submit(events.plan).allSatisfy { $0.status == .accepted })
        func refusals(_ daemon: TestDaemon) async throws -> (submitted: [String], tried: [String]) {
            let growing = [
                events.pledge(1), events.defined(id: "m-2", time: "2025-01-07T08:00:00Z", periods: 13),
            ]
            let submitted = try await daemon.submit(growing).map { outcome in
                if case .rejected(.limit, let detail) = outcome { detail } else { outcome.status.rawValue }
            }
            let whatIf = PlanWhatIf(mission: ID("T-1"), batch: batch(growing))
            let rejected = (try await daemon.ask(.planWhatIf(whatIf))["rejected"]?.elements ?? [])
                .map { "\($0["reason"]?.text ?? "") \($0["detail"]?.text ?? "")" }
            return (submitted, rejected)
        }
        func text(_ weight: Int) -> String {
            "the limit of a mission is 60 entities times periods, this event would make it \(weight); "
                + "split the mission, or give it fewer periods"
        }
        var found = try await refusals(first)
        #expect(found.submitted == [text(72), text(65)])
        #expect(found.tried == ["limit \(text(72))", "limit \(text(65))"])
        try await first.stop()

        let second = try await TestDaemon(folder: first.folder, configure: configure)
        found = try await refusals(second)
        #expect(found.submitted == [text(72), text(65)])
        // Fewer periods make space, in a what-if for the following events.
        let shrinking = [events.defined(id: "m-3", time: "2025-01-08T08:00:00Z", periods: 10), events.pledge(1)]
        let tried = try await second.ask(.planWhatIf(PlanWhatIf(mission: ID("T-1"), batch: batch(shrinking))))
        #expect(tried["rejected"]?.elements?.count == 0)
        #expect(try await second.submit(shrinking).map(\.status) == [.accepted, .accepted])
        try await second.stop()
    }

    @Test("the shares of a diff add up to the change, and each is the change that its event caused")
    func diff() async throws {
        let daemon = try await TestDaemon()
        _ = try await daemon.submit(events.plan)
        for event in [events.pledge(1), events.pledge(2, quantity: 40)] + tried { _ = try await daemon.submit([event]) }
        let names: [EstimateName] = [.summary, .force(.offered), .training(.full), .logistics(.committed), .gaps]
        for (from, to) in [(1, 12), (5, 12), (5, 8), (9, 9)] {
            let answer = try await daemon.ask(
                .planDiff(PlanDiff(mission: ID("T-1"), from: .revision(from), to: .revision(to), names: names)))
            let shares = answer["events"]?.elements ?? []
            #expect(shares.map { $0["sequence"]?.integer } == Array((from + 1)..<(to + 1)))
            for name in names {
                let whole = numbers(answer["estimates"]?[name.text]?["changes"]?.elements ?? [])
                var sums: [String: Double] = [:]
                for share in shares {
                    let own = (share["changes"]?.elements ?? []).filter { $0["name"]?.text == name.text }
                    for (path, change) in numbers(own) { sums[path, default: 0] += change }
                }
                for (path, change) in whole {
                    #expect(abs(change - (sums[path] ?? 0)) < 1e-9, "\(name.text) \(path), \(from) to \(to)")
                }
                for (path, sum) in sums where whole[path] == nil {
                    #expect(abs(sum) < 1e-9, "\(name.text) \(path) is in the shares only, \(from) to \(to)")
                }
            }
            // A share is the difference between two revisions.
            for share in shares where from > 4 {
                let sequence = try #require(share["sequence"]?.integer)
                let old = try await daemon.ask(
                    .estimateGet(EstimateGet(mission: ID("T-1"), name: .force(.offered), at: .revision(sequence - 1))))
                let new = try await daemon.ask(
                    .estimateGet(EstimateGet(mission: ID("T-1"), name: .force(.offered), at: .revision(sequence))))
                let told = (share["changes"]?.elements ?? []).filter { $0["name"]?.text == "force.offered" }
                #expect(told.map { $0["path"]?.text } == FigureChange.between(old, new).map(\.path))
            }
        }
        try await daemon.stop()
    }

    /// Returns the changes of numbers by path. A missing row counts as zero. Lists of rows are omitted, because their
    /// indices change.
    private func numbers(_ changes: [JSONValue]) -> [String: Double] {
        var numbers: [String: Double] = [:]
        for change in changes {
            guard let path = change["path"]?.text,
                ![
                    "/alerts", "/unresolved", "/runs", "/infeasible", "/shortfalls", "/advice", "/dependence",
                    "/shortFrom",
                ].contains(where: path.contains)
            else { continue }
            let (before, after) = (change["before"]?.number?.double, change["after"]?.number?.double)
            if before != nil || after != nil { numbers[path] = (after ?? 0) - (before ?? 0) }
        }
        return numbers
    }

    /// Returns the beginning of a day of January 2025.
    private func midnight(_ day: Int) throws -> PlanMoment {
        .time(Instant(seconds: try #require(Day(year: 2025, month: 1, day: day)).number * 86_400))
    }

    @Test("a diff between times uses the events' own times, not those of arrival")
    func diffByTime() async throws {
        let daemon = try await TestDaemon()
        _ = try await daemon.submit(events.plan)
        // The later event arrives first.
        _ = try await daemon.submit([
            events.pledge(1, time: "2025-01-09T09:00:00Z"), events.pledge(2, time: "2025-01-07T09:00:00Z"),
            events.pledge(3, time: "2025-01-08T09:00:00Z"),
        ])
        func ids(_ from: Int, _ to: Int?) async throws -> [String?] {
            let diff = PlanDiff(
                mission: ID("T-1"), from: try midnight(from), to: try to.map(midnight) ?? .newest)
            return (try await daemon.ask(.planDiff(diff))["events"]?.elements ?? []).map { $0["id"]?.text }
        }
        #expect(try await ids(8, 9) == ["p-3"])
        #expect(try await ids(8, nil) == ["p-1", "p-3"])
        #expect(try await ids(31, nil) == [])
        try await daemon.stop()
    }

    @Test("an explanation adds up to the published figure, and cites events of the journal")
    func explain() async throws {
        let daemon = try await TestDaemon()
        _ = try await daemon.submit(events.plan + [events.pledge(1), events.pledge(2, quantity: 9)])
        for (moment, revision) in [(PlanMoment.revision(6), 6), (.newest, 7)] {
            for scenario in Scenario.allCases {
                let force = try await daemon.ask(
                    .estimateGet(EstimateGet(mission: ID("T-1"), name: .force(scenario), at: moment)))
                for (figure, member) in [(Question.Figure.forceRequired, "required"), (.forceFilled, "filled")] {
                    for (period, published) in (force[member]?.elements ?? []).enumerated() {
                        let question = Question(figure, scenario: scenario, period: period)
                        let answer = try await daemon.ask(
                            .planExplain(PlanExplain(mission: ID("T-1"), question: question, at: moment)))
                        #expect(answer["value"] == published)
                        #expect(answer["revision"]?.integer == revision)
                        let parts = answer["parts"]?.elements ?? []
                        #expect(parts.reduce(0) { $0 + ($1["value"]?.integer ?? 0) } == published.integer)
                        #expect(parts.allSatisfy { ["l-1", "p-1", "p-2", "d-1", nil].contains($0["event"]?.text) })
                    }
                }
            }
        }
        try await daemon.stop()
    }

    @Test("an invalid query is refused with the valid values")
    func noAnswer() async throws {
        let daemon = try await TestDaemon { $0.samples = 0 }
        _ = try await daemon.submit(events.plan)
        let mission: ID<Mission> = ID("T-1")
        let question = Question(.forceRequired, scenario: .offered, period: 3)
        var wrong = Question(.logisticsUse, scenario: .offered, period: 3)
        let calls: [(ControlCall, ControlError.Code, String?)] = [
            (.planExplain(PlanExplain(mission: ID("NONE"), question: question)), .unknownMission, "params.mission"),
            (.planExplain(PlanExplain(mission: mission, question: wrong)), .invalidParams, "params.commodity"),
            (
                .planExplain(
                    PlanExplain(
                        mission: mission,
                        question: {
                            wrong.commodity = ID("gold")
                            return wrong
                        }())), .invalidParams, "params.commodity"
            ),
            (
                .planExplain(PlanExplain(mission: mission, question: question, at: .revision(99))), .invalidParams,
                "params.revision"
            ),
            (.planDiff(PlanDiff(mission: mission, from: .revision(99))), .invalidParams, "params.from"),
            (
                .planDiff(PlanDiff(mission: mission, from: .revision(1), to: .revision(99))), .invalidParams,
                "params.to"
            ),
            (
                .planWhatIf(PlanWhatIf(mission: mission, batch: batch(tried), names: [.range])), .invalidParams,
                "params.names"
            ),
            (.planWhatIf(PlanWhatIf(mission: ID("NONE"), batch: batch(tried))), .unknownMission, "params.mission"),
        ]
        for (call, code, member) in calls {
            let error = await #expect(throws: ControlError.self) { try await daemon.ask(call) }
            #expect(error?.code == code, "\(call)")
            #expect(error?.member == member, "\(call)")
            #expect(error?.expected?.isEmpty == false, "\(call)")
        }
        try await daemon.stop()
    }
}
