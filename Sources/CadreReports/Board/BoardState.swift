import CadreContract
import CadrePlanning

/// The state of a live board: the newest estimates of one mission, the event that was sent last, and its effects.
/// Computes no figure of the model.
public struct BoardState: Sendable {
    public let mission: String
    /// The mission's name by its latest definition.
    public private(set) var name: String?
    private(set) var last: BoardEntry?
    public private(set) var sent = 0
    public let total: Int
    /// The number of documents received.
    public private(set) var received = 0
    private(set) var raisedCount = 0
    private(set) var clearedCount = 0
    /// `+CODE KEY` and `-CODE KEY` since the last event was sent.
    private(set) var alertChanges: [String] = []
    /// The newest estimates.
    public private(set) var estimates = PublishedEstimates()
    private var baseline: [Headline] = []

    public init(mission: String, total: Int) {
        self.mission = mission
        self.total = total
    }

    /// Records that an event is sent: later changes are its effects.
    public mutating func send(_ reading: Reading) {
        sent += 1
        last = BoardEntry(reading)
        if case .event(let received) = reading, case .mission(_, let mission) = received.event.document {
            name = mission.name
        }
        baseline = headlines
        alertChanges = []
    }

    /// Applies a published document. Documents of other missions change nothing.
    public mutating func receive(_ document: PublishedDocument) {
        switch document.content {
        case .estimate(let estimate):
            guard estimate.head.mission.text == mission else { return }
            received += 1
            estimates.insert(estimate)
        case .alert(let notice):
            guard document.topic.hasPrefix("alert.\(mission).") else { return }
            received += 1
            raisedCount += notice.raised.count
            clearedCount += notice.cleared.count
            alertChanges += notice.raised.map { "+\(notice.code) \($0)" }
            alertChanges += notice.cleared.map { "-\(notice.code) \($0)" }
        case .sequenceGaps, .rejected, .superseded, .status, .unknown: return
        }
    }

    /// The headline figures that the last event changed: `name 12 → 15`.
    public var changes: [String] { Headline.changes(from: baseline, to: headlines) }

    /// Returns whether an estimate that a node answered is the published one, except for the revision of both.
    public func agrees(with estimate: PublishedEstimate) -> Bool {
        estimates[estimate.name]?.hasSameFigures(as: estimate) ?? false
    }

    private var headlines: [Headline] { estimates[.summary].map(Headline.all) ?? [] }
}
