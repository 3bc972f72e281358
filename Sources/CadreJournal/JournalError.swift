import GRDB
import GRDBSQLite
import Glibc

/// A failure to open, read or write the journal.
///
/// Operations are atomic: an append that throws stores no event, no rejection and no count, and the next append
/// succeeds as soon as the cause is removed.
public struct JournalError: Error, Equatable, Sendable {
    /// The cause of a failure.
    public enum Cause: Equatable, Sendable {
        /// The disk is full, or the file's size limit is reached.
        case diskFull
        /// The file system or the file is read-only.
        case readOnly
        case noPermission
        /// The disk or the file system reported an I/O error.
        case inputOutput
        /// SQLite found its file inconsistent.
        case damaged
        /// The file is not a journal.
        case notAJournal
        /// A later Cadre wrote the journal.
        case newerVersion
        /// An earlier Cadre wrote the journal, and it was opened for reading, so that it cannot be migrated.
        case olderVersion
        /// Another process has the journal open for writing. The value is its process id, or `nil` if unknown.
        case locked(process: Int?)
        case missing
        /// The operation would overwrite an existing file.
        case exists
        /// Another program held a lock on the database for too long.
        case busy
        /// The journal is closed.
        case closed
        /// Any other error, with SQLite's extended result code or the system's errno.
        case other(code: Int)
    }

    /// The cause of the failure.
    public let cause: Cause
    /// The file or folder of the failed operation.
    public let path: String
    /// The message of SQLite, the system or this library.
    public let detail: String

    init(_ cause: Cause, path: String, detail: String) {
        self.cause = cause
        self.path = path
        self.detail = detail
    }

    /// The remedy for the operator, in the imperative and without a full stop.
    public var remedy: String {
        switch cause {
        case .diskFull: "free space on this disk; Cadre continues by itself"
        case .readOnly: "mount the file system for writing, or use another data folder"
        case .noPermission: "grant the user that runs Cadre access to this path"
        case .inputOutput: "check the disk and the system log; Cadre continues by itself when the disk works again"
        case .damaged: "stop the daemon, run `cadre journal verify`, and restore a backup if it reports damage"
        case .notAJournal: "use another data folder; this file was not changed"
        case .newerVersion: "use the Cadre version that wrote it, or a later one"
        case .olderVersion: "run `cadre serve` on it once, which migrates it"
        case .locked: "stop that daemon, or use another data folder"
        case .missing: "check the path; `cadre serve` creates a missing journal"
        case .exists: "use another path, or permit the replacement"
        case .busy: "stop the other program that has this database open"
        case .closed: "open it again"
        case .other: "see the system log"
        }
    }
}

extension JournalError: CustomStringConvertible {
    /// The error in one line: path, detail and remedy.
    public var description: String { "\(path): \(detail); \(remedy)" }
}

extension JournalError {
    /// Creates the error for a failed system call.
    /// - Parameters:
    ///   - code: The `errno`.
    ///   - action: The action in the passive voice: "cannot be opened".
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

    /// Creates the error for any error thrown by an operation on the database at `path`.
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

    /// `SQLITE_IOERR_SHMSIZE`, an expression in SQLite's header that Swift does not import.
    ///
    /// It means that the index of the write-ahead log could not grow, which is how a full disk appears there.
    private static let sharedMemoryCannotGrow = SQLITE_IOERR | (19 << 8)
}
