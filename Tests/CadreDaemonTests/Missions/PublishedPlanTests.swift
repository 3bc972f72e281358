import CadreContract
import CadreJSON
import CadrePlanning
import Testing

@testable import CadreDaemon

@Suite("Published documents of a plan (CONTRACT § 4)")
struct PublishedPlanTests {
    private let node = ID<Node>("alpha")

    /// Returns the plan of a test mission with a line of `posts` posts.
    private func planned(_ ledger: inout EventLedger, posts: Int, id: String) throws -> PlannedMission {
        let events = TestEvents()
        let line = events.event(
            "line.required", id: id, time: "2025-01-06T1\(posts % 10):00:00Z",
            #""line":"L-1","site":"HQ","capability":"guard","posts":\#(posts),"from":"2025-01-06""#)
        for text in [events.defined(), events.event("site.defined", id: "s-1", #""site":"HQ","name":"HQ""#), line] {
            for case .event(let received) in EventReader().read(payload: Array(text.utf8)) {
                _ = ledger.accept(received)
            }
        }
        let documents = try #require(ledger.missions[ID("T-1")])
        return try #require(try PlannedMission(unseated: documents, defaults: DefaultFactors.all, after: nil))
    }

    private func ids(_ documents: [OutgoingDocument]) throws -> [String] {
        try documents.compactMap { try JSONValue(parsing: $0.payload)["id"]?.text }
    }

    @Test("a later document of the same revision has another id, and the next revision restarts the count")
    func ids() throws {
        var ledger = EventLedger()
        var published = PublishedPlan()
        let first = try planned(&ledger, posts: 3, id: "l-1")
        let exact = try ids(published.apply(ComputedPlan(first, after: nil), node: node))
        #expect(exact.contains("T-1/summary/3") && exact.contains("T-1/force.offered/3"))

        func rangesAndGaps(_ plan: PlannedMission, samples: Int) throws -> [String] {
            let estimates = try plan.rangesAndGaps([.range, .gaps], samples: samples, isStopped: { false })
            return try ids(published.apply(estimates, plan.estimates.head, node: node))
        }
        #expect(try rangesAndGaps(first, samples: 1) == ["T-1/summary/3/2", "T-1/range/3", "T-1/gaps/3"])
        #expect(try rangesAndGaps(first, samples: 1).isEmpty)
        #expect(try rangesAndGaps(first, samples: 2) == ["T-1/range/3/2"])

        let second = try planned(&ledger, posts: 4, id: "l-2")
        let next = try ids(published.apply(ComputedPlan(second, after: nil), node: node))
        #expect(next.contains("T-1/summary/4") && next.contains("T-1/force.offered/4"))
        #expect(try rangesAndGaps(second, samples: 2).first == "T-1/summary/4/2")
    }
}
