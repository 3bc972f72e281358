/// The numbers of one source that are missing: the detail of the node's own alert `sequence-gap`. Source: CONTRACT §§ 4 and 5.
public struct SequenceGap: Equatable, Sendable {
    /// The ranges in order, apart from one another.
    public private(set) var missing: [ClosedRange<UInt64>]

    public init(missing: [ClosedRange<UInt64>]) {
        self.missing = missing
    }
}

extension SequenceGap: AlertDetail {
    public static let alertName = "openGap"
    public static let empty = SequenceGap(missing: [])
    /// `SOURCE#EPOCH`.
    public static let keyForm = Form<String>(.name(.stream), parse: { $0.text($1) }, write: { $1.value($0) })
    public static let form = Form<SequenceGap>.object(
        ObjectTable(
            "sequenceGap", "The numbers of a source that are missing", from: .empty,
            fields: [
                .required(
                    "missing", \.missing, .list(of: .ownNumbers, countMin: 1, countMax: nil),
                    "The ranges that are missing, each `[first, last]`")
            ]))
}

extension OpenAlert<SequenceGap> {
    /// Creates the alert that numbers of a stream are missing. Its key is SOURCE#EPOCH; it does not concern periods.
    public init(_ stream: LossTracker.Stream, missing: [ClosedRange<UInt64>]) {
        self.init(key: stream.key, since: nil, detail: SequenceGap(missing: missing))
    }
}
