import CadreClient
import CadreContract
import CadreExchange

/// Submits imported events to a daemon and counts their outcomes.
struct ImportSubmission {
    private(set) var accepted = 0
    private(set) var duplicate = 0
    /// The number of rows without effect, because a later event arrived before.
    private(set) var superseded = 0
    private(set) var rejected = 0

    /// Submits batch by batch; rejected rows are named on standard error.
    static func submit(_ entries: [ImportPlan.Entry], _ client: ControlClient) async throws -> ImportSubmission {
        var submission = ImportSubmission()
        var batches = EventBatches<ImportPlan.Entry>()
        for entry in entries {
            if let full = batches.add(entry, byteCount: entry.event.count) { try await submission.send(full, client) }
        }
        if let rest = batches.rest() { try await submission.send(rest, client) }
        return submission
    }

    private mutating func send(_ entries: [ImportPlan.Entry], _ client: ControlClient) async throws {
        let outcomes: [EventSubmit.Outcome]
        do {
            outcomes = try await client.submit(entries.map(\.event))
        } catch {
            Console.complain("cadre: submitted before that: \(text)")
            throw error
        }
        for (entry, outcome) in zip(entries, outcomes) {
            switch outcome {
            case .accepted: accepted += 1
            case .duplicate: duplicate += 1
            case .superseded: superseded += 1
            case .rejected(let reason, let detail):
                rejected += 1
                Console.complain("\(entry.place): \(reason.rawValue): \(detail)")
            }
        }
    }

    var text: String {
        "\(accepted) accepted, \(superseded) superseded, \(duplicate) duplicate, \(rejected) rejected"
    }
}

extension ImportPlan.Entry {
    /// The place as `FILE:LINE`, or the id of an entity that no sheet contains.
    var place: String {
        guard let file, let line else { return id }
        return "\(file):\(line)"
    }
}
