import CadreJournal
import Logging

/// The readers of the journal, one per kind of work that must not wait for another.
struct NodeReaders: Sendable {
    /// The reader for the start, and for older plans.
    let replay: JournalReader
    /// The reader for answers of a page or less.
    let answers: JournalReader
    let snapshots: SnapshotStore

    init(folder: String) async throws(JournalError) {
        replay = try await JournalReader.open(folder: folder)
        answers = try await JournalReader.open(folder: folder)
        snapshots = try await SnapshotStore.open(folder: folder)
    }

    func close(_ logger: Logger) async {
        for reader in [replay, answers] {
            do throws(JournalError) {
                try await reader.close()
            } catch {
                logger.error("closing a reader of the journal failed", metadata: ["error": "\(error)"])
            }
        }
        do throws(JournalError) {
            try await snapshots.close()
        } catch {
            logger.error("closing the snapshots failed", metadata: ["error": "\(error)"])
        }
    }
}
