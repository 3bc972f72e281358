import CadreContract
import CadreJSON
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

    /// Applies a published document of the mission. An estimate that cannot be read changes nothing.
    /// - Parameter event: The CloudEvent.
    public mutating func receive(topic: String, _ event: JSONValue) {
        guard let data = event["data"] else { return }
        received += 1
        if let name = topic.suffix(after: "estimate.\(mission).").flatMap(EstimateName.init) {
            do throws(EstimateFault) {
                estimates.insert(try PublishedEstimate(name, reading: data))
            } catch {
                // The board then differs from what the node answers, which the caller checks at the end.
                return
            }
        } else if let code = topic.suffix(after: "alert.\(mission).") {
            let raised = (data["raised"]?.elements ?? []).compactMap(\.text)
            let cleared = (data["cleared"]?.elements ?? []).compactMap(\.text)
            raisedCount += raised.count
            clearedCount += cleared.count
            alertChanges += raised.map { "+\(code) \($0)" } + cleared.map { "-\(code) \($0)" }
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

extension String {
    fileprivate func suffix(after prefix: String) -> String? {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
    }
}
