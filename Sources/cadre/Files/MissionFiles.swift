import CadreContract
import CadreDaemon
import CadrePlanning

/// Event files taken in as a daemon would take their events; what cannot be accepted is complained of and left out.
/// Topic, authority and time-in-future are not judged. Source: CONTRACT § 8.
struct MissionFiles {
    private(set) var missions: [ID<Mission>: CurrentDocuments] = [:]
    /// How many events could not be accepted.
    private(set) var rejected = 0

    /// - Parameters:
    ///   - paths: `-` is standard input.
    ///   - accepted: Called with each event that stands from now on, in the order of the files.
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
    /// The estimates with what takes many plans: samples and advice, where they are wanted.
    /// - Parameters:
    ///   - samples: Of the ranges; 0: none.
    ///   - wanted: Which estimates will be read; none: all.
    func deepened(samples: Int, wanted: Set<EstimateName> = []) async throws -> Estimates {
        var estimates = estimates
        let work = rangesAndGapsWork(wanted.isEmpty ? Set(EstimateName.allCases) : wanted, samples: samples)
        if let gaps = work.gaps { estimates.gaps = try await gaps.valueSideBySide() }
        if let range = work.range { estimates.take(try await range.valueSideBySide()) }
        return estimates
    }
}
