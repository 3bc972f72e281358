import Testing

@testable import CadreRuntime

struct ServiceStatusTests {
    private func state(_ phase: NodeHealth.Phase, _ faults: [NodeHealth.Component: String] = [:]) -> NodeHealth.State {
        var state = NodeHealth.State()
        state.phase = phase
        state.faults = faults
        return state
    }

    @Test("start, fault and end are each announced once, readiness before its status text")
    func wholeLife() {
        var status = ServiceStatus()
        #expect(status.notices(for: state(.starting)) == [.status("starting")])
        #expect(
            status.notices(for: state(.replaying(done: 0, of: 1_000))) == [
                .extendTimeout(microseconds: RuntimeLimits.extendMicroseconds),
                .status("reading the journal: 0 % of 1000 events"),
            ])
        #expect(status.notices(for: state(.ready)) == [.ready, .status("ready")])
        #expect(status.notices(for: state(.ready)).isEmpty)
        #expect(
            status.notices(for: state(.ready, [.journal: "disk full"])) == [.status("ready; journal: disk full")])
        #expect(status.notices(for: state(.ready)) == [.status("ready")])
        #expect(status.notices(for: state(.stopping)) == [.stopping, .status("stopping")])
        #expect(status.notices(for: state(.ready)) == [.status("ready")])
    }

    @Test("a replay of a million events is announced in 101 lines")
    func replayInPercent() {
        var status = ServiceStatus()
        var lines = 0
        for done in stride(from: 0, through: 1_000_000, by: 100) {
            lines +=
                status.notices(for: state(.replaying(done: done, of: 1_000_000))).contains {
                    if case .status = $0 { true } else { false }
                } ? 1 : 0
        }
        #expect(lines == 101)
    }

    @Test("only a ready node announces a reload, whose end is READY=1 again")
    func reload() {
        var status = ServiceStatus()
        let now = ServiceNotice.reloading(monotonicMicroseconds: 1)
        #expect(status.reload(now: now).before.isEmpty)
        #expect(status.reload(now: now).after.isEmpty)
        _ = status.notices(for: state(.ready))
        #expect(status.reload(now: now).before == [now])
        #expect(status.reload(now: now).after == [.ready])
        _ = status.notices(for: state(.stopping))
        #expect(status.reload(now: now).after.isEmpty)
    }
}
