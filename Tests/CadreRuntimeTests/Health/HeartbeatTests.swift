import Testing

@testable import CadreRuntime

/// An actor whose response can be delayed.
actor Gatekeeper {
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private var isOpen = true
    private var turns = 0
    private var counting: [(least: Int, CheckedContinuation<Void, Never>)] = []

    func confirmResponsive() async {
        turns += 1
        for (index, entry) in counting.enumerated().reversed() where entry.least <= turns {
            counting.remove(at: index).1.resume()
        }
        if !isOpen { await withCheckedContinuation { waiting.append($0) } }
    }

    func close() { isOpen = false }

    func open() {
        isOpen = true
        for continuation in waiting { continuation.resume() }
        waiting = []
    }

    /// Waits until a number of further heartbeats have begun.
    func afterTurns(_ more: Int) async {
        let least = turns + more
        await withCheckedContinuation { counting.append((least, $0)) }
    }
}

struct HeartbeatTests {
    @Test("a component that responds is not stalled; one that does not respond is, after its time limit")
    func stalling() async {
        let heartbeats = Heartbeats(pause: .milliseconds(1), answerWithin: .seconds(12))
        let gate = Gatekeeper()
        heartbeats.watch("gate") { await gate.confirmResponsive() }
        await gate.afterTurns(3)
        #expect(heartbeats.stalled.isEmpty)

        await gate.close()
        await gate.afterTurns(1)  // this heartbeat waits
        #expect(heartbeats.stalled(at: .now).isEmpty)
        #expect(heartbeats.stalled(at: .now + .seconds(13)) == ["gate"])

        await gate.open()
        await gate.afterTurns(2)  // the previous heartbeat was answered
        #expect(heartbeats.stalled(at: .now + .seconds(11)).isEmpty)
        heartbeats.stop()
    }

    @Test("a component that never responds is stalled, and only it is named")
    func neverAnswered() async {
        let heartbeats = Heartbeats(pause: .seconds(3_600), answerWithin: .zero)
        let mute = Gatekeeper()
        await mute.close()
        heartbeats.watch("missions") { await mute.confirmResponsive() }
        #expect(heartbeats.stalled(at: .now + .seconds(1)) == ["missions"])
        heartbeats.stop()
        await mute.open()
    }

    @Test("a heartbeat and the pause after it fit twice into the service manager's interval")
    func limits() {
        #expect(RuntimeLimits.heartbeatSecondsMax + RuntimeLimits.heartbeatPauseSeconds < 30 / 2)
    }
}
