import GRDB
import GRDBSQLite
import Glibc

/// What keeps the journal from being opened, read or written.
///
/// Nothing was half done: an append that throws left no event, no rejection and no count behind, and the next append
/// works again as soon as the cause is gone.
public struct JournalError: Error, Equatable, Sendable {
    public enum Cause: Equatable, Sendable {
        /// No room on the disk, or the file's size limit is reached.
        case diskFull
        /// The file system or the file is read-only.
        case readOnly
        case noPermission
        /// The disk or the file system reported an error.
        case inputOutput
        /// SQLite found its file inconsistent.
        case damaged
        /// The file is something else.
        case notAJournal
        /// Written by a later Cadre.
        case newerVersion
        /// Written by an earlier Cadre, and opened for reading only, so that it cannot be brought up to date.
        case olderVersion
        /// Another process (its id, where it is known) has the journal open for writing.
        case locked(process: Int?)
        case missing
        /// Would overwrite what is there.
        case exists
        /// A foreign process held the database too long.
        case busy
        /// The journal was closed, or is being closed.
        case closed
        /// Anything else that SQLite (extended result code) or the system (errno) says.
        case other(code: Int)
    }

    public let cause: Cause
    /// The file or folder that it is about.
    public let path: String
    /// What exactly was said, by SQLite or the system.
    public let detail: String

    init(_ cause: Cause, path: String, detail: String) {
        self.cause = cause
        self.path = path
        self.detail = detail
    }

    /// What an operator can do.
    public var remedy: String {
        switch cause {
        case .diskFull: "make room on this disk; Cadre goes on by itself"
        case .readOnly: "mount the file system for writing, or choose another data folder"
        case .noPermission: "give the user that runs Cadre the right to this path"
        case .inputOutput: "check the disk and the system's log; Cadre goes on by itself when the disk does"
        case .damaged: "stop the daemon, run `cadre journal verify`, and restore a backup if it names damage"
        case .notAJournal: "choose another data folder; this file was left alone"
        case .newerVersion: "use the Cadre that wrote it, or a later one"
        case .olderVersion: "start `cadre serve` on it once, which brings it up to date"
        case .locked: "stop that daemon, or choose another data folder"
        case .missing: "check the data folder; `cadre serve` creates a journal where there is none"
        case .exists: "choose another path, or say outright that it may be replaced"
        case .busy: "end the other program that has this database open"
        case .closed: "open it again"
        case .other: "see the system's log"
        }
    }
}

extension JournalError: CustomStringConvertible {
    public var description: String { "\(path): \(detail); \(remedy)" }
}

extension JournalError {
    /// An error of the system's, by its `errno`.
    init(errno code: Int32, path: String, doing action: String) {
        let cause: Cause =
            switch code {
            case ENOSPC, EDQUOT, EFBIG: .diskFull
            case EROFS: .readOnly
            case EACCES, EPERM: .noPermission
            case EIO: .inputOutput
            case ENOENT, ENOTDIR: .missing
            case EEXIST: .exists
            default: .other(code: Int(code))
            }
        self.init(cause, path: path, detail: "\(action): \(String(cString: strerror(code)))")
    }

    /// Whatever was thrown while the database at `path` was in use.
    init(_ error: any Error, path: String) {
        switch error {
        case let error as JournalError: self = error
        case let error as DatabaseError: self.init(error, path: path)
        default: self.init(.other(code: 0), path: path, detail: "\(error)")
        }
    }

    private init(_ error: DatabaseError, path: String) {
        let cause: Cause =
            switch (error.resultCode.rawValue, error.extendedResultCode.rawValue) {
            case (SQLITE_FULL, _), (_, Self.sharedMemoryCannotGrow): .diskFull
            case (SQLITE_READONLY, _): .readOnly
            case (SQLITE_PERM, _), (SQLITE_AUTH, _): .noPermission
            case (SQLITE_IOERR, _): .inputOutput
            case (SQLITE_CORRUPT, _): .damaged
            case (SQLITE_NOTADB, _): .notAJournal
            case (SQLITE_BUSY, _), (SQLITE_LOCKED, _): .busy
            case (SQLITE_CANTOPEN, _): exists(path) ? .noPermission : .missing
            default: .other(code: Int(error.extendedResultCode.rawValue))
            }
        let message = error.message ?? "no message"
        self.init(cause, path: path, detail: "\(message) (SQLite \(error.extendedResultCode.rawValue))")
    }

    /// SQLITE_IOERR_SHMSIZE, which SQLite's header gives as an expression that Swift does not import: the index of the
    /// write-ahead log could not be lengthened, which is what a full disk looks like from there.
    private static let sharedMemoryCannotGrow = SQLITE_IOERR | (19 << 8)
}
