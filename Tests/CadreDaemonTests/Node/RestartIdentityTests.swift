import CadreContract
import CadreJSON
import CadrePlanning
import Testing
import ZeroMQ

@Suite("one id never has two contents (CONTRACT § 4)", .timeLimit(.minutes(2)))
struct RestartIdentityTests {
    let events = TestEvents()

    /// Collects what a daemon sends to a new subscriber of everything, up to its status.
    private func lastValues(_ daemon: TestDaemon) async throws -> [(topic: String, payload: String)] {
        // Ranges and gaps, which follow the rest, are there from here on.
        _ = try await daemon.figures("T-1")
        let reader = try await daemon.subscribe("")
        var values: [(topic: String, payload: String)] = []
        while values.last?.topic.hasPrefix("status.") != true {
            let texts = try await reader.next().texts
            values.append((texts.first ?? "", texts.last ?? ""))
        }
        return values.filter { !$0.topic.hasPrefix("status.") }
    }

    @Test("over three runs of one journal, and with new events after each start")
    func runs() async throws {
        var folder = TestDaemon.newFolder()
        var known: [String: String] = [:]
        var idsByTopic: [String: Set<String>] = [:]
        for run in 1...3 {
            let daemon = try await TestDaemon(folder: folder)
            folder = daemon.folder
            func record() async throws -> Set<String> {
                var topics: Set<String> = []
                for (topic, payload) in try await lastValues(daemon) {
                    let id = try #require(try JSONValue(parsing: Array(payload.utf8))["id"]?.text)
                    #expect(known.updateValue(payload, forKey: id) ?? payload == payload, "\(id) of run \(run)")
                    idsByTopic[topic, default: []].insert(id)
                    topics.insert(topic)
                }
                return topics
            }
            if run > 1 {
                let before = known.count
                let topics = try await record()
                // The first start publishes other contents (nothing is previous, nothing raised), the next the same.
                #expect(run == 2 ? known.count == before + topics.count : known.count > before)
                #expect(topics.contains("alert.T-1.priority-gap"))
            }
            for number in 1...2 {
                _ = try await daemon.submit(run == 1 && number == 1 ? events.plan : [events.pledge(run * 10 + number)])
                _ = try await record()
            }
            try await daemon.stop()
        }
        #expect(idsByTopic["estimate.T-1.summary"]?.count == 6 + 2)
        #expect(idsByTopic["estimate.T-1.range"].map { $0.count > 2 } == true)
    }

    @Test("two starts of a journal that nothing was added to publish the same documents under the same ids")
    func starts() async throws {
        let first = try await TestDaemon()
        _ = try await first.submit(events.plan + [events.pledge(1)])
        try await first.stop()
        var payloads: [[String]] = []
        for _ in 1...2 {
            let daemon = try await TestDaemon(folder: first.folder)
            let values = try await lastValues(daemon)
            payloads.append(values.map(\.payload))
            let alert = try #require(values.first { $0.topic == "alert.T-1.priority-gap" })
            #expect(alert.payload.contains(#""raised":[],"cleared":[]"#))
            try await daemon.stop()
        }
        #expect(payloads[0] == payloads[1])
        #expect(payloads[0].count > 10)
    }
}
