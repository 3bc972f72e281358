import CadreContract
import CadreDaemon
import CadrePlanning
import Testing
import ZeroMQ

@Suite("Last values", .timeLimit(.minutes(2)))
struct LastValueTests {
    let events = TestEvents()

    @Test("a new subscription receives every matching last value, in the order of the contract")
    func order() async throws {
        let daemon = try await TestDaemon()
        _ = try await daemon.submit(events.plan)
        _ = try await daemon.figures("T-1")  // planned and published
        let subscriber = try await daemon.subscribe("estimate.", "alert.", "status.")
        var topics: [String] = []
        while topics.last != "status.test" {
            topics.append(try #require(try await subscriber.next().texts.first))
        }
        let estimates = EstimateName.allCases.map { "estimate.T-1.\($0.text)" }
        #expect(Array(topics.prefix(estimates.count)) == estimates)
        #expect(topics.dropFirst(estimates.count).dropLast().map { $0.prefix(10) }.allSatisfy { $0 == "alert.T-1." })
        #expect(topics.contains("alert.T-1.priority-gap"))
        #expect(Set(topics).count == topics.count)
        try await daemon.stop()
    }

    @Test("an unchanged estimate is not published again and keeps its revision")
    func unchanged() async throws {
        let daemon = try await TestDaemon()
        _ = try await daemon.submit(events.plan)
        _ = try await daemon.figures("T-1")
        let subscriber = try await daemon.subscribe("estimate.T-1.")
        for _ in EstimateName.allCases { _ = try await subscriber.next() }
        // A note changes nothing; a pledge of guards changes neither training nor the instructors.
        let noted = events.event(
            "element.proposed", id: "e-1", #""element":"E-1","title":"Element","note":"a note""#)
        _ = try await daemon.submit([noted])
        _ = try await daemon.figures("T-1")
        _ = try await daemon.submit([events.pledge(1)])
        _ = try await daemon.figures("T-1")
        // An element without requirements is nevertheless a driver of the range.
        #expect(try await subscriber.nextEvent()["id"]?.text == "T-1/range/6")
        let changed = try await subscriber.nextEvent()
        #expect(changed["id"]?.text == "T-1/summary/7")
        #expect(changed["cause"]?.text == "p-1")
        #expect(changed["previous"]?.integer == 5)
        try await daemon.stop()
    }

    @Test("an alert is raised once and cleared once")
    func alerts() async throws {
        let daemon = try await TestDaemon()
        let subscriber = try await daemon.subscribe("alert.T-1.infeasible-demand")
        let infeasible = events.event(
            "demand.set", id: "d-2", time: "2025-01-06T10:00:00Z",
            #""demand":"D-1","course":"basic","audience":"army","graduates":18,"#
                + #""from":"2025-01-06","by":"2025-01-07","site":"HQ""#
        )
        let feasible = events.plan[4].replacing("d-1", with: "d-3").replacing("T08:00:00Z", with: "T11:00:00Z")
        _ = try await daemon.submit(events.plan + [infeasible])
        let raised = try await subscriber.nextEvent()
        #expect(raised["data"]?["raised"]?.elements?.map(\.text) == ["D-1"])
        _ = try await daemon.submit([feasible])
        let cleared = try await subscriber.nextEvent()
        #expect(cleared["data"]?["cleared"]?.elements?.map(\.text) == ["D-1"])
        #expect(cleared["data"]?["open"]?.elements?.count == 0)
        try await daemon.stop()
    }

    @Test("the status contains the digest of the last payload of each topic")
    func digests() async throws {
        let daemon = try await TestDaemon()
        _ = try await daemon.submit(events.plan)
        _ = try await daemon.figures("T-1")
        let subscriber = try await daemon.subscribe("estimate.T-1.summary")
        let payload = try await subscriber.next().frames[1]
        let status = try await daemon.answer(to: NodeStatus())
        #expect(status.status.topics["estimate.T-1.summary"] == payload.sha256)
        #expect(status.status.missions == ["T-1": 5])
        #expect(status.status.revision == 5)
        #expect(status.endpoints == daemon.endpoints)
        try await daemon.stop()
    }
}
