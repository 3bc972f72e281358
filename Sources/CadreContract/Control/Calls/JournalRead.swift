import CadreJSON
import CadrePlanning

/// `journal.read`: accepted events out of the journal, page by page; also how lost events are asked for.
/// Source: CONTRACT §§ 5 and 6.
public struct JournalRead: Equatable, Sendable {
    /// Events with a greater journal sequence.
    public var after: Int
    /// At most so many, 1…`ControlLimits.pageEventsMax`.
    public var limit: Int
    public var mission: ID<Mission>?
    public var source: String?
    /// "" is the epoch of events that name none; `nil`: whatever the epoch.
    public var epoch: String?
    /// Of the source's own numbers; `nil`: whatever the number, and events without one.
    public var sequences: [ClosedRange<UInt64>]?

    public init(
        after: Int = 0, limit: Int = ControlLimits.pageEventsDefault, mission: ID<Mission>? = nil,
        source: String? = nil, epoch: String? = nil, sequences: [ClosedRange<UInt64>]? = nil
    ) {
        self.after = after
        self.limit = limit
        self.mission = mission
        self.source = source
        self.epoch = epoch
        self.sequences = sequences
    }

    init(reading params: ControlParams) throws(ControlError) {
        try params.allow("after", "limit", "mission", "source", "epoch", "sequences")
        after = try params.integer("after", in: 0...Int.max, expected: "a whole number from 0") ?? 0
        let limits = 1...ControlLimits.pageEventsMax
        limit =
            try params.integer("limit", in: limits, expected: "a whole number, 1 to \(limits.upperBound)")
            ?? ControlLimits.pageEventsDefault
        mission = try params.missionIfAny()
        source = try params.text("source")
        epoch = try params.text("epoch")
        sequences = try Self.ranges(params)
    }

    private static func ranges(_ params: ControlParams) throws(ControlError) -> [ClosedRange<UInt64>]? {
        guard let value = params.value("sequences") else { return nil }
        let expected = "1 to \(ControlLimits.rangesMax) pairs [first, last], each from 1"
        guard let pairs = value.elements, 1...ControlLimits.rangesMax ~= pairs.count else {
            throw params.wrong("sequences", expected)
        }
        var ranges: [ClosedRange<UInt64>] = []
        for pair in pairs {
            guard let numbers = pair.elements?.map(\.sequence), numbers.count == 2, let first = numbers[0],
                let last = numbers[1], first <= last
            else { throw params.wrong("sequences", expected) }
            ranges.append(first...last)
        }
        return ranges
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.member("after", after)
        writer.member("limit", limit)
        if let mission { writer.member("mission", mission) }
        if let source { writer.member("source", source) }
        if let epoch { writer.member("epoch", epoch) }
        if let sequences { writer.member("sequences", sequences.map { [$0.lowerBound, $0.upperBound] }) }
    }
}

extension JSONValue {
    /// A source's own number, from 1 on.
    fileprivate var sequence: UInt64? {
        number?.integer.flatMap { $0 >= 1 ? UInt64($0) : nil }
    }
}
