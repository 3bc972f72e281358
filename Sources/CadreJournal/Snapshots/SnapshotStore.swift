import GRDB
import Threading

/// The storage of one snapshot of the joined state in the data folder: a cache, never the source of truth.
/// Source: ARCHITECTURE § 6.
///
/// It has a dedicated thread, so that writing a large snapshot delays neither appending nor reading.
public actor SnapshotStore {
    /// The result of reading the snapshot.
    public enum Reading: Equatable, Sendable {
        /// A payload that covers the journal up to and including `sequence`.
        case snapshot(sequence: Int, payload: [UInt8])
        /// No usable snapshot, with the reason. The caller must replay the journal from its beginning.
        case none(reason: String)
    }

    private let thread: ThreadExecutor<WakeUpLoop>
    public nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    private let folder: JournalFolder
    private let reader: JournalReader

    private init(folder: JournalFolder, reader: JournalReader) throws(JournalError) {
        thread = try .forDisk(name: "cadre-snapshot", path: folder.path)
        self.folder = folder
        self.reader = reader
    }

    deinit { thread.stop() }

    /// Opens the snapshot storage of a data folder, which must contain a journal.
    public static func open(folder: String) async throws(JournalError) -> SnapshotStore {
        let reader = try await JournalReader.open(folder: folder)
        return try SnapshotStore(folder: JournalFolder(path: folder), reader: reader)
    }

    /// Writes a snapshot, which atomically replaces the previous one.
    /// - Parameters:
    ///   - sequence: The journal sequence that it covers; 0 for an empty journal.
    ///   - version: The caller's version of the payload format. A snapshot of another version is never used.
    ///   - payload: The payload, at most 4 GiB.
    public func write(sequence: Int, version: Int, payload: [UInt8]) async throws(JournalError) {
        guard let chainHash = try await reader.chainHash(at: sequence) else {
            throw JournalError(.missing, path: folder.database, detail: "no event has the sequence \(sequence)")
        }
        let file = SnapshotFile(version: version, sequence: sequence, chainHash: chainHash, payload: payload)
        try WholeFile.write(file.chunks, to: folder.snapshot)
    }

    /// Returns the snapshot if it has this version, is undamaged and belongs to this journal.
    public func read(version: Int) async -> Reading {
        do {
            guard let bytes = try WholeFile.read(folder.snapshot, bytesMax: JournalLimits.snapshotBytesMax) else {
                return .none(reason: "no snapshot exists")
            }
            let file = try SnapshotFile(bytes)
            guard file.version == version else {
                return .none(reason: "the snapshot has version \(file.version) instead of \(version)")
            }
            guard let chainHash = try await reader.chainHash(at: file.sequence) else {
                return .none(reason: "the snapshot has sequence \(file.sequence), which the journal lacks")
            }
            guard chainHash == file.chainHash else {
                return .none(
                    reason: "the snapshot belongs to another journal: the hash at sequence \(file.sequence) differs")
            }
            return .snapshot(sequence: file.sequence, payload: file.payload)
        } catch let invalid as SnapshotFile.Invalid {
            return .none(reason: invalid.reason)
        } catch {
            return .none(reason: "\(error)")
        }
    }

    /// Closes the storage's connection to the journal. Do not use the storage afterwards.
    public func close() async throws(JournalError) {
        try await reader.close()
    }
}
