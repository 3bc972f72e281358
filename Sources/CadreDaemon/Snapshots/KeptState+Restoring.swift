import CadreContract
import CadreJournal
import CadrePlanning

extension KeptState {
    /// The state again, its documents read from the journal.
    /// - Parameters:
    ///   - tracker: One that has heard nothing, of the setting that holds now.
    ///   - progress: Told how many documents are read, of how many; ends the reading by throwing.
    /// - Throws: `UnfitSnapshot` where it does not fit the journal or the setting; `JournalError`.
    func restored(
        from reader: JournalReader, tracker: LossTracker, progress: (Int, Int) throws -> Void
    ) async throws -> JournaledState {
        guard replayed == tracker.keptReplayed, judged == tracker.keptJudged else {
            throw UnfitSnapshot("missions or replay endpoints were configured differently")
        }
        guard
            let heard = LossTracker(
                loss, replayed: tracker.replayed, scope: tracker.scope, limits: tracker.limits)
        else { throw UnfitSnapshot("its record of sequences is inconsistent") }
        var events = try await standingEvents(reader, progress)
        var documents: [ID<Mission>: CurrentDocuments] = [:]
        for kept in missions {
            guard kept.memory.revision > 0, kept.memory.revision <= sequence,
                let restored = CurrentDocuments(
                    mission: kept.mission, current: events.removeValue(forKey: kept.mission) ?? [],
                    memory: kept.memory),
                restored.current.count == kept.current.count,
                documents.updateValue(restored, forKey: kept.mission) == nil
            else { throw UnfitSnapshot("its mission \(kept.mission) does not fit the journal") }
        }
        guard events.isEmpty else { throw UnfitSnapshot("its sequences belong to other missions") }
        return JournaledState(sequence: sequence, missions: documents, tracker: heard)
    }

    private func standingEvents(
        _ reader: JournalReader, _ progress: (Int, Int) throws -> Void
    ) async throws -> [ID<Mission>: [(event: Event, sequence: Int)]] {
        let sequences = missions.flatMap(\.current).sorted()
        guard sequences.last ?? 0 <= sequence else { throw UnfitSnapshot("it refers to events after its sequence") }
        var events: [ID<Mission>: [(event: Event, sequence: Int)]] = [:]
        var done = 0
        while done < sequences.count {
            let turn = sequences[done..<min(done + DaemonLimits.standingRowsAtOnce * 8, sequences.count)]
            for read in try await Self.events(at: turn, reader) {
                events[read.event.mission, default: []].append(read)
            }
            done = turn.endIndex
            try progress(done, sequences.count)
        }
        return events
    }

    /// The events at some sequences, in any order: asked for in parts together, so that the reader's thread never waits
    /// for the next question, and read on all cores.
    private static func events(
        at sequences: ArraySlice<Int>, _ reader: JournalReader
    ) async throws -> [(event: Event, sequence: Int)] {
        try await withThrowingTaskGroup(of: [(event: Event, sequence: Int)].self) { group in
            for start in stride(from: sequences.startIndex, to: sequences.endIndex, by: DaemonLimits.standingRowsAtOnce)
            {
                let part = sequences[start..<min(start + DaemonLimits.standingRowsAtOnce, sequences.endIndex)]
                group.addTask {
                    let entries = try await reader.entries(at: part)
                    guard entries.count == part.count else {
                        throw UnfitSnapshot("the journal lacks events that it refers to")
                    }
                    return try entries.map { entry in
                        guard let event = entry.readEvent?.event else {
                            throw UnfitSnapshot("the event at sequence \(entry.sequence) cannot be read")
                        }
                        return (event, entry.sequence)
                    }
                }
            }
            var all: [(event: Event, sequence: Int)] = []
            for try await events in group { all += events }
            return all
        }
    }
}
