/// The entries of a journal as a sequence of non-empty batches, in order.
///
/// It ends with the entries that existed when its last batch was read.
public struct JournalReplay: AsyncSequence, Sendable {
    public typealias Element = [JournalEntry]
    public typealias Failure = JournalError

    let reader: JournalReader
    let after: Int
    let through: Int?
    let mission: String?

    public struct AsyncIterator: AsyncIteratorProtocol {
        private var after: Int
        private let replay: JournalReplay

        init(_ replay: JournalReplay) {
            self.replay = replay
            after = replay.after
        }

        public mutating func next(isolation actor: isolated (any Actor)?) async throws(JournalError) -> [JournalEntry]?
        {
            let batch = try await replay.reader.entries(
                after: after, through: replay.through, mission: replay.mission, rows: JournalLimits.replayRows)
            guard let last = batch.last else { return nil }
            after = last.sequence
            return batch
        }
    }

    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(self) }
}
