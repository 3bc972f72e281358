import Glibc
import Testing

@testable import CadreRuntime

struct StopPolicyTests {
    let start = StopPolicy.Clock.now

    @Test("the first SIGTERM starts the shutdown, the second ends the process at once")
    func twice() {
        var policy = StopPolicy(.daemon(stopWithin: .seconds(5)))
        #expect(policy.received(SIGTERM, at: start) == .stop)
        #expect(policy.deadline == start + .seconds(5))
        #expect(policy.received(SIGTERM, at: start + .seconds(1)) == .exit(143))
    }

    @Test("a Ctrl-C that is forwarded as SIGTERM does not count twice; a second Ctrl-C does")
    func passedOn() {
        var policy = StopPolicy(.daemon(stopWithin: .seconds(5)))
        #expect(policy.received(SIGINT, at: start) == .stop)
        #expect(policy.received(SIGTERM, at: start) == .none)
        #expect(policy.received(SIGINT, at: start) == .exit(130))
    }

    @Test("SIGHUP reloads the configuration, but not after the shutdown has started")
    func hangUp() {
        var policy = StopPolicy(.daemon(stopWithin: .seconds(5)))
        #expect(policy.received(SIGHUP, at: start) == .reload)
        #expect(policy.received(SIGHUP, at: start) == .reload)
        #expect(policy.deadline == nil)
        policy.stopBegan(at: start)
        #expect(policy.received(SIGHUP, at: start) == .none)
    }

    @Test("the shutdown has a time limit from its start, whatever its cause; no signal extends it")
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
