import Glibc
import Testing

@testable import Threading

@Suite(.timeLimit(.minutes(1)))
struct WakeUpTests {
    @Test("signals before a wait end that wait, all of them one")
    func before() throws {
        let wakeUp = try WakeUp()
        wakeUp.signal()
        wakeUp.signal()
        wakeUp.wait()
        let start = ContinuousClock.now
        wakeUp.wait(until: start + .milliseconds(5))
        #expect(ContinuousClock.now >= start + .milliseconds(5))
    }

    @Test("a signal from another thread ends the wait")
    func fromAnotherThread() throws {
        let wakeUp = try WakeUp()
        try DetachedThread.start(name: "test-signal") { wakeUp.signal() }
        wakeUp.wait()
    }

    @Test("a second descriptor ends the wait, and is not read")
    func secondDescriptor() throws {
        let (wakeUp, other) = (try WakeUp(), try WakeUp())
        other.signal()
        wakeUp.wait(orReadable: other.descriptor)
        wakeUp.wait(orReadable: other.descriptor)
    }

    @Test(
        "a wait is whole milliseconds, rounded up, within the range of poll",
        arguments: [
            (Duration.zero, 0), (.nanoseconds(1), 1), (.milliseconds(7), 7), (.microseconds(7_001), 8),
            (.seconds(-3), 0), (.seconds(Int64.max / 2), 1_000_000_000),
        ])
    func rounding(duration: Duration, milliseconds: Int) {
        #expect(duration.millisecondsRoundedUp == Int32(milliseconds))
    }
}
