import Logging
import Testing

@testable import CadreRuntime

struct NotifySocketTests {
    @Test("a notice arrives in one datagram, at a path and at an abstract name", arguments: [false, true])
    func sending(abstract: Bool) throws {
        let receiver = try NotifyReceiver(abstract: abstract)
        let socket = try NotifySocket(receiver.address)
        try socket.send([.ready, .status("ready")])
        #expect(receiver.waiting() == "READY=1\nSTATUS=ready")
        try socket.send([])
        #expect(receiver.waiting() == nil)
        try socket.send([.stopping])
        #expect(receiver.waiting() == "STOPPING=1")
    }

    @Test(
        "each notice has systemd's format",
        arguments: [
            (ServiceNotice.ready, "READY=1"), (.stopping, "STOPPING=1"), (.watchdog, "WATCHDOG=1"),
            (.reloading(monotonicMicroseconds: 12), "RELOADING=1\nMONOTONIC_USEC=12"),
            (.extendTimeout(microseconds: 5), "EXTEND_TIMEOUT_USEC=5"), (.status("a b"), "STATUS=a b"),
            (.status("disk full\nWATCHDOG=trigger\r\nMAINPID=1"), "STATUS=disk full WATCHDOG=trigger MAINPID=1"),
        ])
    func assignments(notice: ServiceNotice, text: String) {
        #expect(notice.assignments == text)
    }

    @Test("a reload notice contains the monotonic time")
    func reloadingNow() throws {
        guard case .reloading(let first) = ServiceNotice.reloadingNow,
            case .reloading(let second) = ServiceNotice.reloadingNow
        else {
            Issue.record("no reload")
            return
        }
        #expect(first > 0)
        #expect(second >= first)
    }

    @Test("an invalid address, or one without a listener, is an error that names it")
    func errors() throws {
        #expect(throws: NotifySocketError.unknownAddress("vsock:2:3")) { try NotifySocket("vsock:2:3") }
        #expect(throws: NotifySocketError.unknownAddress("@")) { try NotifySocket("@") }
        let long = "/" + String(repeating: "x", count: 107)
        #expect(throws: NotifySocketError.addressTooLong(long)) { try NotifySocket(long) }
        let socket = try NotifySocket("/tmp/cadre-nobody-listens-here")
        let error = #expect(throws: NotifySocketError.self) { try socket.send([.ready]) }
        #expect(error?.description.contains("No such file") == true)
    }

    @Test("a service is recognised by its environment")
    func environment() {
        let variables = [
            "NOTIFY_SOCKET": "/run/systemd/notify", "WATCHDOG_USEC": "30000000", "WATCHDOG_PID": "42",
            "JOURNAL_STREAM": "8:1",
        ]
        let ours = ServiceManagerEnvironment(process: 42) { variables[$0] }
        #expect(
            ours
                == ServiceManagerEnvironment(
                    notifySocket: "/run/systemd/notify", watchdogInterval: .seconds(30), journalStream: "8:1"))
        #expect(ServiceManagerEnvironment(process: 43) { variables[$0] }.watchdogInterval == nil)
        #expect(ServiceManagerEnvironment(process: 42) { ["WATCHDOG_USEC": "0"][$0] } == ServiceManagerEnvironment())
        #expect(ServiceManagerEnvironment(process: 42) { ["NOTIFY_SOCKET": ""][$0] } == ServiceManagerEnvironment())
    }
}

struct WatchdogTests {
    @Test("watchdog notices stop with the first stalled component, and resume with its response")
    func stalling() async throws {
        let receiver = try NotifyReceiver()
        let heartbeats = Heartbeats(pause: .milliseconds(1), answerWithin: .seconds(12))
        let watchdog = Watchdog(
            try NotifySocket(receiver.address), interval: .seconds(30), heartbeats: heartbeats,
            logger: Logger(label: "watchdog") { _ in SwiftLogNoOpLogHandler() })
        let gate = Gatekeeper()
        heartbeats.watch("gate") { await gate.confirmResponsive() }
        await gate.afterTurns(2)
        watchdog.check(at: .now)
        #expect(receiver.waiting() == "WATCHDOG=1")

        await gate.close()
        await gate.afterTurns(1)
        watchdog.check(at: .now + .seconds(13))
        #expect(receiver.waiting() == nil)

        await gate.open()
        await gate.afterTurns(2)
        watchdog.check(at: .now)
        #expect(receiver.waiting() == "WATCHDOG=1")
        heartbeats.stop()
    }

    @Test("a service sends its first watchdog notice at once and the next after half of the interval")
    func running() async throws {
        let receiver = try NotifyReceiver(abstract: true)
        let watchdog = Watchdog(
            try NotifySocket(receiver.address), interval: .milliseconds(20), heartbeats: Heartbeats(),
            logger: Logger(label: "watchdog") { _ in SwiftLogNoOpLogHandler() })
        let task = Task { try await watchdog.run() }
        #expect(try await receiver.next() == "WATCHDOG=1")
        #expect(try await receiver.next() == "WATCHDOG=1")
        task.cancel()
        try await task.value
    }
}
