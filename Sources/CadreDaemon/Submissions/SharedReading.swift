import Synchronization

/// The reader of submissions in force; a new configuration replaces it.
final class SharedReading: Sendable {
    private let guarded: Mutex<SubmissionReader>

    init(_ reader: SubmissionReader) {
        guarded = Mutex(reader)
    }

    var reader: SubmissionReader { guarded.withLock { $0 } }

    /// Replaces the reader.
    /// - Returns: Whether the planned missions changed.
    func replace(_ reader: SubmissionReader) -> Bool {
        guarded.withLock { current in
            defer { current = reader }
            return current.missions != reader.missions
        }
    }
}
