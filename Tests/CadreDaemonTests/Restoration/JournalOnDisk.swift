import CadreContract
import CadreJournal
import CadrePlanning

@testable import CadreDaemon

/// A journal on disk, written as the daemon writes it, and the state that a start restores from it.
struct JournalOnDisk {
    let folder: TestFolder
    let journal: Journal
    let reader: JournalReader
    let store: SnapshotStore

    /// - Parameter existing: The data folder of a stopped daemon, or `nil` for a new journal.
    init(_ existing: String? = nil) async throws {
        folder = try existing.map { TestFolder(existing: $0) } ?? TestFolder()
        journal = try await Journal.open(folder: folder.path)
        reader = try await JournalReader.open(folder: folder.path)
        store = try await SnapshotStore.open(folder: folder.path)
    }

    var snapshot: FileOnDisk { FileOnDisk(path: folder.path + "/snapshot.cadre") }

    func append(_ events: [String]) async throws {
        var batch: [PendingEvent] = []
        for event in events {
            guard case .event(let received) = EventReader().read(payload: Array(event.utf8)).first else {
                throw TestFailure("no event: \(event)")
            }
            batch.append(PendingEvent(.event(received), topic: "plan.T", received: Instant(seconds: 0)))
        }
        try await journal.append(&batch)
    }

    /// Restores the state.
    /// - Parameter isCached: Whether a snapshot may be used.
    func restored(isCached: Bool = true, tracker: LossTracker = LossTracker()) async throws -> JournalRestoration {
        var restoration = JournalRestoration(tracker: tracker)
        if isCached {
            return try await JournalRestoration.restore(restoration, reader, store) { (_, _) throws(Never) in }
        }
        try await restoration.read(reader) { _, _ in }
        return restoration
    }

    /// Writes a snapshot of the journal's current state.
    func keep(tracker: LossTracker = LossTracker()) async throws {
        let snapshot = SnapshotState(try await restored(isCached: false, tracker: tracker).state)
        try await store.write(sequence: snapshot.sequence, version: SnapshotState.version, payload: snapshot.payload)
    }
}

extension JournalRestoration {
    /// The restored values, for comparison.
    struct Told: Equatable {
        var sequence: Int
        var current: [ID<Mission>: [EntityKey: CurrentDocuments.Current]]
        var memory: [ID<Mission>: CurrentDocuments.Memory]
        var journaled: LossMemory
        var heard: LossMemory
    }

    var told: Told {
        Told(
            sequence: state.sequence, current: missions.mapValues(\.current), memory: missions.mapValues(\.memory),
            journaled: state.tracker.memory, heard: tracker.memory)
    }

    var reason: String? {
        if case .beginning(let reason) = origin { reason } else { nil }
    }
}
