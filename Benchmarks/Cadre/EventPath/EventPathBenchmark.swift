import CadreContract
import CadreJournal
import CadrePlanning
import Glibc

/// Measurements of the steps between an event's arrival and its plan: reading (JSON, envelope, document), the journal
/// (one transaction per batch, on the disk of the temporary folder), joining.
enum EventPathBenchmark {
    private static let events = 50_000
    private static let batch = 2_048

    static func run() async throws {
        let payloads = (0..<events).map(payload)
        let reader = EventReader()
        var received: [ReceivedEvent] = []
        received.reserveCapacity(events)
        let reading = Stopwatch()
        for payload in payloads {
            for case .event(let event) in reader.read(payload: payload) { received.append(event) }
        }
        let readSeconds = reading.wallSeconds
        let appendSeconds = try await append(received)
        var documents = CurrentDocuments(mission: ID("BENCH"))
        let joining = Stopwatch()
        for (index, event) in received.enumerated() { documents.join(event.event, sequence: index + 1) }
        let joinSeconds = joining.wallSeconds
        print("An event of \(payloads[0].count) bytes (\(received.count) of \(events) accepted), thousand per second")
        for (what, seconds) in [
            ("read and validate", readSeconds), ("journal, batches of \(batch)", appendSeconds), ("join", joinSeconds),
        ] {
            print("  \(what): \(tenths(Double(events) / seconds / 1_000))")
        }
    }

    private static func append(_ received: [ReceivedEvent]) async throws -> Double {
        var template = Array("/tmp/cadre-bench-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { return .nan }
        let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer {
            for file in ["journal.sqlite", "journal.sqlite-wal", "journal.sqlite-shm", "journal.lock"] {
                unlink("\(folder)/\(file)")
            }
            rmdir(folder)
        }
        let journal = try await Journal.open(folder: folder)
        let now = Instant(seconds: 1_700_000_000)
        let watch = Stopwatch()
        for start in stride(from: 0, to: received.count, by: batch) {
            var events = received[start..<min(start + batch, received.count)].map {
                PendingEvent(.event($0), topic: "pledge.BENCH.NOR", received: now)
            }
            try await journal.append(&events)
        }
        let seconds = watch.wallSeconds
        try await journal.close()
        return seconds
    }

    private static func payload(_ index: Int) -> [UInt8] {
        let id = padded(index)
        return Array(
            """
            {"specversion":"1.0","id":"pledge-\(id)","source":"urn:nation:NOR","type":"cadre.pledge.recorded.v1",\
            "time":"2021-02-01T10:00:00.\(id)Z","datacontenttype":"application/json","sequence":"\(index + 1)",\
            "data":{"mission":"BENCH","pledge":"P-\(id)","nation":"NOR","kind":"personnel","status":"offered",\
            "capability":"trainer.medical","also":["adviser.ministry"],"quantity":12,"from":"2021-03-01",\
            "until":"2021-09-01","caveats":{"maxThreat":"medium","notSites":["S-03"]}}}
            """.utf8)
    }

    private static func padded(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: 6 - digits.count) + digits
    }
}
