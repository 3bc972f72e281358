import CadreContract
import CadreJournal
import CadrePlanning

extension SnapshotState {
    /// Returns the state, with the documents of the journal.
    /// - Parameters:
    ///   - tracker: A tracker without received numbers, with the settings in force.
    ///   - progress: Receives the number of documents read and their total; it can throw to end the reading.
    /// - Throws: `UnfitSnapshot` if it does not fit the journal or the settings; `JournalError`.
    func restored(
        from reader: JournalReader, tracker: LossTracker, progress: (Int, Int) throws -> Void
    ) async throws -> JournaledState {
        guard replayed == tracker.replayedSources, tracked == tracker.trackedMissions else {
            throw UnfitSnapshot("missions or replay endpoints were configured differently")
        }
        guard
            let received = LossTracker(
                loss, replayed: tracker.replayed, scope: tracker.scope, limits: tracker.limits)
        else { throw UnfitSnapshot("its record of sequences is inconsistent") }
        var events = try await currentEvents(reader, progress)
        var documents: [ID<Mission>: CurrentDocuments] = [:]
        for stored in missions {
            guard stored.memory.revision > 0, stored.memory.revision <= sequence,
                let restored = CurrentDocuments(
                    mission: stored.mission, current: events.removeValue(forKey: stored.mission) ?? [],
                    memory: stored.memory),
                restored.current.count == stored.current.count,
                documents.updateValue(restored, forKey: stored.mission) == nil
            else { throw UnfitSnapshot("its mission \(stored.mission) does not fit the journal") }
        }
        guard events.isEmpty else { throw UnfitSnapshot("its sequences belong to other missions") }
        return JournaledState(sequence: sequence, missions: documents, tracker: received)
    }

    private func currentEvents(
        _ reader: JournalReader, _ progress: (Int, Int) throws -> Void
    ) async throws -> [ID<Mission>: [(event: Event, sequence: Int)]] {
        let sequences = missions.flatMap(\.current).sorted()
        guard sequences.last ?? 0 <= sequence else { throw UnfitSnapshot("it refers to events after its sequence") }
        var events: [ID<Mission>: [(event: Event, sequence: Int)]] = [:]
        var done = 0
        while done < sequences.count {
            let batch = sequences[done..<min(done + DaemonLimits.currentRowsAtOnce * 8, sequences.count)]
            for read in try await Self.events(at: batch, reader) {
                events[read.event.mission, default: []].append(read)
            }
            done = batch.endIndex
            try progress(done, sequences.count)
        }
        return events
    }

    /// Returns the events at some sequences, in any order. Several parts are requested at once, so that the reader's thread
    /// is never idle, and they are parsed on all cores.
    private static func events(
        at sequences: ArraySlice<Int>, _ reader: JournalReader
    ) async throws -> [(event: Event, sequence: Int)] {
        try await withThrowingTaskGroup(of: [(event: Event, sequence: Int)].self) { group in
            for start in stride(from: sequences.startIndex, to: sequences.endIndex, by: DaemonLimits.currentRowsAtOnce)
            {
                let part = sequences[start..<min(start + DaemonLimits.currentRowsAtOnce, sequences.endIndex)]
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
