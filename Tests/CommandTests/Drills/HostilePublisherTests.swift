import Foundation
import Testing

@Suite("hostile publisher")
struct HostilePublisherTests {
    private let folder: TestFolder

    init() throws { folder = try TestFolder() }

    /// A publisher in Python: random bytes, mutated events, wrong frames, deep nesting, invalid UTF-8, long topics.
    private static let flood = """
        import random, sys, time, zmq
        random.seed(7)
        context = zmq.Context()
        socket = context.socket(zmq.XPUB)
        socket.setsockopt(zmq.SNDHWM, 0)
        socket.connect(sys.argv[1])
        socket.recv()
        good = sys.argv[2].encode()
        count = int(sys.argv[3])
        for number in range(count):
            kind = number % 8
            topic = b'plan.m1'
            if kind == 0: frames = [topic, random.randbytes(60)]
            elif kind == 1:
                data = bytearray(good); data[random.randrange(len(data))] ^= 1 << random.randrange(8)
                frames = [topic, bytes(data)]
            elif kind == 2: frames = [topic]
            elif kind == 3: frames = [topic, good, b'more', b'']
            elif kind == 4: frames = [topic, b'[' * 5000]
            elif kind == 5: frames = [b'plan.' + b'x' * 250, good]
            elif kind == 6: frames = [topic, b'{"a":1e999999,"b":"\\xff\\xfe"}']
            else: frames = [topic, b'']
            socket.send_multipart(frames)
        socket.close(30000)
        context.term()
        print(count)
        """

    @Test("many malformed messages are rejected and counted, and valid events are still accepted")
    func flood() async throws {
        let mission = SmallMission()
        let daemon = try await RunningDaemon.start(in: folder)
        let count = ProcessInfo.processInfo.environment["CADRE_DRILLS"] == "long" ? 200_000 : 4_000
        // Its id differs from that of the mission's event, so that a mutated event does not conflict with it.
        let good = mission.event("site.defined", id: "g", "\"site\":\"s9\",\"name\":\"Nine\"")
        let peer = try Child("/usr/bin/python3", ["-c", Self.flood, daemon.intake, good, String(count)])
        let flooded = await peer.ended(within: 300)
        #expect(flooded.output == "\(count)\n", "\(flooded.errors)")
        #expect(try await daemon.submit(mission.definition + [mission.pledge("A", persons: 6)]).status == 0)
        let force = try await daemon.estimate("force.offered")
        #expect(JSON.value(force, "byLine", "L1", "filled") as? [Int] == [6, 6, 6, 6])
        // Seven of eight kinds are never a valid event; a mutated event may be valid.
        let judged = try await isTrue(within: 120) { try await daemon.counter("events_rejected") >= count * 7 / 8 }
        #expect(judged)
        #expect(daemon.isRunning)
        daemon.send(SIGTERM)
        #expect(await daemon.ended(within: 10).status == 0)
    }
}
