import ArgumentParser
import CadreClient
import CadreContract
import CadreJSON

struct SubmitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "submit",
        abstract: "Submit events to a daemon, which answers each once it is on disk.",
        discussion: """
            Reads CloudEvents, one per line (NDJSON; a line may contain a list of them). Rejected events are named on \
            standard error as FILE:LINE: reason: detail, and the exit code is 65. The exit code is 69 if no daemon \
            answers. Submitting a file again is safe: events that the daemon already has count as duplicate. The \
            command waits for a daemon that is busy or restarting.
            """)

    @Argument(help: "Event files (NDJSON); - is standard input.")
    var files: [String]

    @OptionGroup var control: ControlOptions

    @Flag(help: "Print the counts as JSON.")
    var json = false

    func run() async throws {
        let tally = try await CommandFailure.reported {
            try await control.withClient { client in
                var submission = Submission(client)
                do {
                    try await submission.submit(files)
                } catch {
                    submission.tally.progress.clear()
                    Console.complain("cadre: submitted before that: \(submission.tally.text)")
                    throw error
                }
                return submission.tally
            }
        }
        try await CommandFailure.reported {
            _ = try Console.write(json ? tally.json + [UInt8(ascii: "\n")] : Array((tally.text + "\n").utf8))
        }
        if tally.rejected > 0 { throw ExitStatus.badData }
    }
}

/// Submits files batch by batch and counts the outcomes of the events.
private struct Submission {
    private struct Item: Sendable {
        let line: EventLine
        let bytes: [UInt8]
    }
    private let client: ControlClient
    private var batches = EventBatches<Item>()
    var tally = SubmissionTally()

    init(_ client: ControlClient) {
        self.client = client
    }

    mutating func submit(_ paths: [String]) async throws {
        var files = EventFiles(paths)
        while let line = try files.next() {
            for bytes in events(line) {
                guard batches.fits(bytes.count) else {
                    let limit = ClientLimits.requestBytesMax
                    tally.reject(line, .tooLarge, "expected an event of at most \(limit) bytes, found \(bytes.count)")
                    continue
                }
                let item = Item(line: line, bytes: bytes)
                if let full = batches.add(item, byteCount: bytes.count) {
                    try await send(full)
                    tally.show(files.progress)
                }
            }
        }
        if let rest = batches.rest() { try await send(rest) }
        tally.progress.clear()
    }

    /// Returns the events of a line. Invalid JSON cannot be sent; the daemon validates all else.
    private mutating func events(_ line: EventLine) -> [[UInt8]] {
        do throws(JSONFault) {
            let value = try JSONValue(parsing: line.bytes, depthMax: ContractLimits.batchDepthMax)
            guard let elements = value.elements else { return [value.source] }
            if elements.isEmpty {
                tally.reject(line, .notCloudEvent, "expected an event or a list of them, found none")
            }
            return elements.map(\.source)
        } catch {
            tally.reject(line, .notJSON, "\(error)")
            return []
        }
    }

    private mutating func send(_ items: [Item]) async throws {
        let outcomes = try await client.submit(items.map(\.bytes))
        for (item, outcome) in zip(items, outcomes) { tally.note(outcome, of: item.line) }
    }
}

/// The number of events per outcome.
private struct SubmissionTally: Sendable {
    private(set) var accepted = 0
    private(set) var duplicate = 0
    private(set) var superseded = 0
    private(set) var rejected = 0
    /// The greatest sequence in an answer.
    private(set) var newest: Int?
    var progress = ProgressLine()
    private let began = ContinuousClock.now

    private var count: Int { accepted + duplicate + superseded + rejected }

    mutating func note(_ outcome: EventSubmit.Outcome, of line: EventLine) {
        switch outcome {
        case .accepted(let sequence):
            accepted += 1
            newest = max(newest ?? 0, sequence)
        case .superseded(let sequence):
            superseded += 1
            newest = max(newest ?? 0, sequence)
        case .duplicate(let sequence):
            duplicate += 1
            newest = max(newest ?? 0, sequence)
        case .rejected(let reason, let detail): reject(line, reason, detail)
        }
    }

    mutating func reject(_ line: EventLine, _ reason: RejectionReason, _ detail: String) {
        rejected += 1
        progress.clear()
        Console.complain(line.complaint(reason, detail))
    }

    mutating func show(_ share: String) {
        let seconds = Double((ContinuousClock.now - began).components.seconds) + 1
        let text = "\(share)\(count) events, \(Int(Double(count) / seconds)) per second, \(rejected) rejected"
        progress.show(text)
    }

    var text: String {
        "\(accepted) accepted, \(superseded) superseded, \(duplicate) duplicate, \(rejected) rejected"
    }

    var json: [UInt8] {
        var writer = JSONWriter()
        writer.object {
            $0.member("accepted", accepted)
            $0.member("superseded", superseded)
            $0.member("duplicate", duplicate)
            $0.member("rejected", rejected)
            $0.member("sequence", newest)
        }
        return writer.bytes
    }
}
