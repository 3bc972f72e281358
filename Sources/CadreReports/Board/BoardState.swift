import CadreContract
import CadreJSON

/// What a live board shows: the newest document of each topic of one mission, the event that was sent last, and what it
/// moved. Holds what came; computes no figure of the model.
public struct BoardState: Sendable {
    /// An event on its way, as a person reads it.
    public struct Entry: Equatable, Sendable {
        public var date: String
        public var what: String
        public var why: String
    }

    /// The scenarios in the order in which people speak of them.
    public static let scenarios = ["committed", "offered", "full"]

    public let mission: String
    /// What the last definition calls it.
    public private(set) var name: String?
    public private(set) var last: Entry?
    public private(set) var sent = 0
    public let total: Int
    /// Documents received since the beginning.
    public private(set) var received = 0
    public private(set) var raisedCount = 0
    public private(set) var clearedCount = 0
    /// `+CODE KEY` and `-CODE KEY` since the last event was sent.
    public private(set) var alertChanges: [String] = []
    /// By name (`force.offered`), its data.
    private var documents: [String: JSONValue] = [:]
    private var baseline: [Headline] = []

    public init(mission: String, total: Int) {
        self.mission = mission
        self.total = total
    }

    /// An event is sent: what comes from here on is its doing.
    /// - Parameter event: The CloudEvent.
    public mutating func send(_ event: JSONValue) {
        sent += 1
        last = Entry(event)
        if event["type"]?.text == EventType.missionDefined.rawValue { name = event["data"]?["name"]?.text }
        baseline = headlines
        alertChanges = []
    }

    /// Something was published.
    public mutating func take(topic: String, _ event: JSONValue) {
        guard let data = event["data"] else { return }
        received += 1
        if let name = topic.suffix(after: "estimate.\(mission).") {
            documents[name] = data
        } else if let code = topic.suffix(after: "alert.\(mission).") {
            let raised = (data["raised"]?.elements ?? []).compactMap(\.text)
            let cleared = (data["cleared"]?.elements ?? []).compactMap(\.text)
            raisedCount += raised.count
            clearedCount += cleared.count
            alertChanges += raised.map { "+\(code) \($0)" } + cleared.map { "-\(code) \($0)" }
        }
    }

    /// The newest data of an estimate; `nil` where none came.
    public func document(_ name: String) -> JSONValue? { documents[name] }

    /// Headline figures that the last event moved, `name 12 → 15`.
    public var changes: [String] { Headline.changes(from: baseline, to: headlines) }

    /// Whether an estimate that a daemon answered is what it published, but for the revision up to which it holds.
    public func agrees(on name: String, with data: JSONValue) -> Bool {
        guard let members = data.members, let published = documents[name],
            published.members?.count == members.count
        else { return false }
        return members.allSatisfy { Self.positional.contains($0.name) || published[$0.name] == $0.value }
    }

    private static let positional: Set<String> = ["revision", "asOf"]

    private var headlines: [Headline] { documents["summary"].map(Headline.all) ?? [] }
}

extension BoardState.Entry {
    init(_ event: JSONValue) {
        date = String((event["time"]?.text ?? "").prefix(10))
        what = EventSentence.text(event)
        why = Printable.text(event["data"]?["note"]?.text ?? event["data"]?["source"]?.text ?? "")
    }
}

extension String {
    fileprivate func suffix(after prefix: String) -> String? {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
    }
}
