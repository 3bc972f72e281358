import CadreContract
import CadrePlanning
import Testing

@testable import CadreDaemon

/// Tests of `planning.verify: full`: every plan is compared with one from scratch, and the daemon counts differences.
@Suite struct VerificationTests {
    @Test("incremental plans equal plans from scratch after any kind of event")
    func follows() async throws {
        let daemon = try await TestDaemon()
        let events = TestEvents()
        _ = try await daemon.submit(events.plan)
        for number in 1...6 {
            let changes = [
                events.pledge(number, quantity: number, capability: number.isMultiple(of: 2) ? "trainer" : "guard"),
                events.event(
                    "line.required", id: "l-\(number + 1)", time: "2025-01-06T1\(number):00:00Z",
                    #""line":"L-1","site":"HQ","capability":"guard","posts":\#(20 - number),"from":"2025-01-06""#),
                events.event(
                    "demand.set", id: "d-\(number + 1)", time: "2025-01-06T1\(number):00:00Z",
                    #""demand":"D-1","course":"basic","audience":"army","graduates":\#(10 * number),"#
                        + #""from":"2025-01-06","by":"2025-03-01","site":"HQ""#),
            ]
            for change in changes {
                _ = try await daemon.submit([change])
                _ = try await daemon.ask(.estimateGet(EstimateGet(mission: ID("T-1"), name: .summary)))
            }
        }
        let counters = try await daemon.answer(to: NodeStatus()).status.counters
        #expect((counters["plans_verified"] ?? 0) >= 18)
        #expect(counters["plan_differences"] == nil)
        try await daemon.stop()
    }
}
