import Glibc
import Testing

@testable import CadreRuntime

struct StopPolicyTests {
    let start = StopPolicy.Clock.now

    @Test("the first SIGTERM begins the end, the same again ends at once")
    func twice() {
        var policy = StopPolicy(.daemon(stopWithin: .seconds(5)))
        #expect(policy.received(SIGTERM, at: start) == .stop)
        #expect(policy.deadline == start + .seconds(5))
        #expect(policy.received(SIGTERM, at: start + .seconds(1)) == .exit(143))
    }

    @Test("Ctrl-C that is passed on as SIGTERM is no insistence; Ctrl-C again is")
    func passedOn() {
        var policy = StopPolicy(.daemon(stopWithin: .seconds(5)))
        #expect(policy.received(SIGINT, at: start) == .stop)
        #expect(policy.received(SIGTERM, at: start) == .none)
        #expect(policy.received(SIGINT, at: start) == .exit(130))
    }

    @Test("SIGHUP reads the configuration again, but no more once the end has begun")
    func hangUp() {
        var policy = StopPolicy(.daemon(stopWithin: .seconds(5)))
        #expect(policy.received(SIGHUP, at: start) == .reload)
        #expect(policy.received(SIGHUP, at: start) == .reload)
        #expect(policy.deadline == nil)
        policy.stopBegan(at: start)
        #expect(policy.received(SIGHUP, at: start) == .none)
    }

    @Test("the end has its time, from when it began, whatever the cause; no signal makes it longer")
    func deadline() {
        var policy = StopPolicy(.daemon(stopWithin: .seconds(5)))
        #expect(policy.passed(at: start + .seconds(1_000)) == .none)
        policy.stopBegan(at: start)
        policy.stopBegan(at: start + .seconds(3))
        #expect(policy.received(SIGTERM, at: start + .seconds(4)) == .none)
        #expect(policy.passed(at: start + .milliseconds(4_999)) == .none)
        #expect(policy.passed(at: start + .seconds(5)) == .exit(70))
    }

    @Test("for a command every signal stops, any second one ends at once, and there is no deadline")
    func command() {
        for first in [SIGINT, SIGTERM, SIGHUP] {
            var policy = StopPolicy(.command)
            #expect(policy.received(first, at: start) == .stop)
            policy.stopBegan(at: start)
            #expect(policy.deadline == nil)
            #expect(policy.passed(at: start + .seconds(1_000)) == .none)
            #expect(policy.received(SIGTERM, at: start) == .exit(143))
        }
    }
}
