import CadreJSON

/// What is missing of one source: the detail of the node's own alert `sequence-gap`. Source: CONTRACT §§ 4 and 5.
public struct SequenceGap: Equatable, Sendable {
    /// In order, apart from one another.
    public let missing: [ClosedRange<UInt64>]

    public init(missing: [ClosedRange<UInt64>]) {
        self.missing = missing
    }
}

extension SequenceGap: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("missing", missing.map { [$0.lowerBound, $0.upperBound] })
        }
    }
}

extension OpenAlert<SequenceGap> {
    /// The alert that a stream has holes. Its key is SOURCE#EPOCH; loss knows no periods.
    public init(_ stream: LossTracker.Stream, missing: [ClosedRange<UInt64>]) {
        self.init(key: stream.key, since: nil, detail: SequenceGap(missing: missing))
    }
}
