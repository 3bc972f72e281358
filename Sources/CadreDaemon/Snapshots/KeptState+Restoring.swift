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
            throw UnfitSnapshot("of another configuration of missions or replays")
        }
        guard
            let heard = LossTracker(
                loss, replayed: tracker.replayed, judged: tracker.judged, limits: tracker.limits)
        else { throw UnfitSnapshot("its record of numbers contradicts itself") }
        var events = try await standingEvents(reader, progress)
        var documents: [ID<Mission>: StandingDocuments] = [:]
        for kept in missions {
            guard kept.memory.revision > 0, kept.memory.revision <= sequence,
                let restored = StandingDocuments(
                    mission: kept.mission, standing: events.removeValue(forKey: kept.mission) ?? [],
                    memory: kept.memory),
                restored.standing.count == kept.standing.count,
                documents.updateValue(restored, forKey: kept.mission) == nil
            else { throw UnfitSnapshot("its mission \(kept.mission) does not fit the journal") }
        }
        guard events.isEmpty else { throw UnfitSnapshot("its sequences are other missions'") }
        return JournaledState(sequence: sequence, missions: documents, tracker: heard)
    }

    private func standingEvents(
        _ reader: JournalReader, _ progress: (Int, Int) throws -> Void
    ) async throws -> [ID<Mission>: [(event: Event, sequence: Int)]] {
        let sequences = missions.flatMap(\.standing).sorted()
        guard sequences.last ?? 0 <= sequence else { throw UnfitSnapshot("it names events beyond its own sequence") }
        var events: [ID<Mission>: [(event: Event, sequence: Int)]] = [:]
        var done = 0
        while done < sequences.count {
            var runs: [ArraySlice<Int>] = []
            while done < sequences.count, runs.count < DaemonLimits.snapshotRunsAtOnce {
                let end = Self.endOfRun(in: sequences, from: done)
                runs.append(sequences[done..<end])
                done = end
            }
            for read in try await Self.events(of: runs, reader) {
                events[read.event.mission, default: []].append(read)
            }
            try progress(done, sequences.count)
        }
        return events
    }

    /// The events of some runs, in any order: asked for together, so that the reader's thread never waits for the next
    /// question, and read on all cores.
    private static func events(
        of runs: [ArraySlice<Int>], _ reader: JournalReader
    ) async throws -> [(event: Event, sequence: Int)] {
        try await withThrowingTaskGroup(of: [(event: Event, sequence: Int)].self) { group in
            for run in runs { group.addTask { try await events(of: run, reader) } }
            var all: [(event: Event, sequence: Int)] = []
            for try await events in group { all += events }
            return all
        }
    }

    private static func events(
        of run: ArraySlice<Int>, _ reader: JournalReader
    ) async throws -> [(event: Event, sequence: Int)] {
        guard let first = run.first, let last = run.last else { return [] }
        var events: [(event: Event, sequence: Int)] = []
        var wanted = run[...]
        for entry in try await reader.entries(after: first - 1, through: last, rows: .max)
        where entry.sequence == wanted.first {
            guard let event = entry.readEvent?.event else {
                throw UnfitSnapshot("the event at sequence \(entry.sequence) cannot be read")
            }
            events.append((event, entry.sequence))
            wanted.removeFirst()
        }
        if let missing = wanted.first { throw UnfitSnapshot("the journal lacks sequence \(missing)") }
        return events
    }

    /// Where the events end that are read at once: neighbours, for reading some rows in vain is cheaper than asking
    /// once more.
    private static func endOfRun(in sequences: [Int], from start: Int) -> Int {
        var end = start + 1
        while end < sequences.count, sequences[end] - sequences[end - 1] <= DaemonLimits.snapshotRowsInVain,
            sequences[end] - sequences[start] < DaemonLimits.snapshotRowsAtOnce
        {
            end += 1
        }
        return end
    }
}
