import CadreContract
import CadreDaemon
import CadrePlanning

/// The missions of event files, accepted as a daemon would. Rejected events are reported and omitted. Topic, authority
/// and time are not checked. Source: CONTRACT § 8.
struct MissionFiles {
    private(set) var missions: [ID<Mission>: CurrentDocuments] = [:]
    /// The number of rejected events.
    private(set) var rejected = 0

    /// Reads event files.
    /// - Parameters:
    ///   - paths: The files; `-` is standard input.
    ///   - accepted: Receives each event that becomes current, in the order of the files.
    /// - Throws: `CommandFailure` with the file and the remedy.
    init(_ paths: [String], accepted: (ReceivedEvent) -> Void = { _ in }) throws {
        var ledger = EventLedger()
        var rejected = 0
        try EventFiles.forEach(paths) { line, reading in
            switch reading {
            case .head: return
            case .rejected(let rejection):
                rejected += 1
                Console.complain(line.complaint(rejection))
            case .event(let received):
                switch ledger.accept(received) {
                case .rejected(let rejection):
                    rejected += 1
                    Console.complain(line.complaint(rejection))
                case .accepted: accepted(received)
                case .superseded, .duplicate: return
                }
            }
        }
        missions = ledger.missions
        self.rejected = rejected
    }
}

extension PlannedMission {
    /// Returns the estimates, including those that require many plans, samples and advice, if they are wanted.
    /// - Parameters:
    ///   - samples: The number of samples of the ranges; 0 for none.
    ///   - wanted: The estimates to return; if empty, all.
    func deepened(samples: Int, wanted: Set<EstimateName> = []) async throws -> Estimates {
        var estimates = estimates
        let work = rangesAndGapsWork(wanted.isEmpty ? Set(EstimateName.allCases) : wanted, samples: samples)
        if let gaps = work.gaps { estimates.gaps = try await gaps.valueSideBySide() }
        if let range = work.range { estimates.take(try await range.valueSideBySide()) }
        return estimates
    }
}
