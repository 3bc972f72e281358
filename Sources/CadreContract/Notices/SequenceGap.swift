/// The missing numbers of one source: the detail of the node's own alert `sequence-gap`. Source: CONTRACT §§ 4 and 5.
public struct SequenceGap: Equatable, Sendable {
    /// The ranges in order, separate from one another.
    public private(set) var missing: [ClosedRange<UInt64>]

    public init(missing: [ClosedRange<UInt64>]) {
        self.missing = missing
    }
}

extension SequenceGap: AlertDetail {
    /// A key is `SOURCE#EPOCH`.
    public static let tables = AlertTables(
        "openGap", key: Form(.name(.stream), parse: { $0.text($1) }, write: { $1.value($0) }), detail: .object(table),
        empty: SequenceGap(missing: []))

    private static let table = ObjectTable(
        "sequenceGap", "The numbers of a source that are missing", from: SequenceGap(missing: []),
        fields: [
            .required(
                "missing", \.missing, .list(of: .ownNumbers, countMin: 1, countMax: nil),
                "The ranges that are missing, each `[first, last]`")
        ])
}

extension OpenAlert<SequenceGap> {
    /// Creates the alert that numbers of a stream are missing. Its key is SOURCE#EPOCH; it does not concern periods.
    public init(_ stream: LossTracker.Stream, missing: [ClosedRange<UInt64>]) {
        self.init(key: stream.key, since: nil, detail: SequenceGap(missing: missing))
    }
}
