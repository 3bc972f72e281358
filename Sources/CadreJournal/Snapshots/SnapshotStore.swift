import GRDB
import Threading

/// Keeps one snapshot of the joined state beside the journal: a cache, never the truth.
/// Source: ARCHITECTURE § 6.
///
/// On a thread of its own, so that writing a large one holds up neither appending nor reading.
public actor SnapshotStore {
    /// What reading gives.
    public enum Reading: Equatable, Sendable {
        /// The payload as it was written, which covers the journal up to `sequence`, it included.
        case snapshot(sequence: Int, payload: [UInt8])
        /// There is none that may be used, and why: the journal is to be replayed from its beginning.
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

    /// Opens the snapshots of a data folder, whose journal has to be there.
    public static func open(folder: String) async throws(JournalError) -> SnapshotStore {
        let reader = try await JournalReader.open(folder: folder)
        return try SnapshotStore(folder: JournalFolder(path: folder), reader: reader)
    }

    /// Puts a snapshot in the place of the one before, whole or not at all.
    /// - Parameters:
    ///   - sequence: The journal's sequence that it covers; 0 is the empty journal.
    ///   - version: The caller's own, of what the payload means: another version's snapshot is never used.
    ///   - payload: At most 4 GiB.
    public func write(sequence: Int, version: Int, payload: [UInt8]) async throws(JournalError) {
        guard let chainHash = try await reader.chainHash(at: sequence) else {
            throw JournalError(.missing, path: folder.database, detail: "there is no event at sequence \(sequence)")
        }
        let file = SnapshotFile(version: version, sequence: sequence, chainHash: chainHash, payload: payload)
        try WholeFile.write(file.chunks, to: folder.snapshot)
    }

    /// The snapshot, if it is of this version, whole, and of this very journal.
    public func read(version: Int) async -> Reading {
        do {
            guard let bytes = try WholeFile.read(folder.snapshot, bytesMax: Limits.snapshotBytesMax) else {
                return .none(reason: "there is no snapshot")
            }
            let file = try SnapshotFile(bytes)
            guard file.version == version else {
                return .none(reason: "of version \(file.version), and version \(version) is needed")
            }
            guard let chainHash = try await reader.chainHash(at: file.sequence) else {
                return .none(reason: "of sequence \(file.sequence), which the journal does not have")
            }
            guard chainHash == file.chainHash else {
                return .none(reason: "of another journal: the hash at sequence \(file.sequence) differs")
            }
            return .snapshot(sequence: file.sequence, payload: file.payload)
        } catch let unusable as SnapshotFile.Unusable {
            return .none(reason: unusable.reason)
        } catch {
            return .none(reason: "\(error)")
        }
    }

    public func close() async throws(JournalError) {
        try await reader.close()
    }
}
