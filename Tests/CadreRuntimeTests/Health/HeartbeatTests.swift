import Testing

@testable import CadreRuntime

/// Held up until it is told to go on: a real actor's turn, that comes late.
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

    /// Returns once so many more turns have begun.
    func afterTurns(_ more: Int) async {
        let least = turns + more
        await withCheckedContinuation { counting.append((least, $0)) }
    }
}

struct HeartbeatTests {
    @Test("a part that answers does not stall; one that does not, does once its time is over")
    func stalling() async {
        let heartbeats = Heartbeats(pause: .milliseconds(1), answerWithin: .seconds(12))
        let gate = Gatekeeper()
        heartbeats.watch("gate") { await gate.confirmResponsive() }
        await gate.afterTurns(3)
        #expect(heartbeats.stalled.isEmpty)

        await gate.close()
        await gate.afterTurns(1)  // this one hangs
        #expect(heartbeats.stalled(at: .now).isEmpty)
        #expect(heartbeats.stalled(at: .now + .seconds(13)) == ["gate"])

        await gate.open()
        await gate.afterTurns(2)  // the turn before was answered
        #expect(heartbeats.stalled(at: .now + .seconds(11)).isEmpty)
        heartbeats.stop()
    }

    @Test("one that never answered stalls, and only it is named")
    func neverAnswered() async {
        let heartbeats = Heartbeats(pause: .seconds(3_600), answerWithin: .zero)
        let mute = Gatekeeper()
        await mute.close()
        heartbeats.watch("missions") { await mute.confirmResponsive() }
        #expect(heartbeats.stalled(at: .now + .seconds(1)) == ["missions"])
        heartbeats.stop()
        await mute.open()
    }

    @Test("a question, its answer and the pause fit twice into the interval that the service manager is given")
    func limits() {
        #expect(RuntimeLimits.heartbeatSecondsMax + RuntimeLimits.heartbeatPauseSeconds < 30 / 2)
    }
}
