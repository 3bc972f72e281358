import Testing

@testable import CadreDaemon

@Suite("Times of snapshots")
struct SnapshotScheduleTests {
    private let start = ContinuousClock.now
    private let settings = SnapshotSettings(events: 10, intervalSeconds: 5, lastSeconds: 3)

    private func schedule(covered: Int = 0, isDamaged: Bool = false) -> SnapshotSchedule {
        SnapshotSchedule(covered: covered, isDamaged: isDamaged, settings: settings)
    }

    @Test("a snapshot is due after a number of events, not during another one, and not too soon after it")
    func due() {
        var schedule = schedule(covered: 100)
        #expect(schedule.begin(at: 109, start) == false)
        #expect(schedule.begin(at: 110, start) == true)
        #expect(schedule.begin(at: 500, start + .seconds(60)) == false, "in progress")
        schedule.end()
        #expect(schedule.begin(at: 500, start + .seconds(4)) == false, "too soon")
        #expect(schedule.begin(at: 500, start + .seconds(5)) == true)
        schedule.end()
        #expect(schedule.begin(at: 509, start + .seconds(60)) == false)
    }

    @Test("the last snapshot needs one new event only")
    func last() {
        var schedule = schedule(covered: 100)
        #expect(schedule.beginLast(at: 100) == false)
        #expect(schedule.beginLast(at: 101) == true)
        schedule.end()
        #expect(schedule.beginLast(at: 101) == false)
    }

    @Test("a damaged journal gets no snapshot")
    func damaged() {
        var schedule = schedule(isDamaged: true)
        #expect(schedule.begin(at: 1_000, start) == false)
        #expect(schedule.beginLast(at: 1_000) == false)
        schedule.end()
        #expect(schedule.beginLast(at: 1_000) == false)
    }
}
