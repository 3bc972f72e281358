import CadreContract

/// Published documents in lines for people: the headline figures that changed.
public struct PublishedLines {
    /// The latest headline figures by topic.
    private var shown: [String: [Headline]] = [:]
    /// The largest number of topics; one more clears all of them, and lines then show no changes but all headlines.
    private static let topicsMax = 100_000

    public init() {}

    /// Returns the line of one published document.
    public mutating func line(_ document: PublishedDocument) -> String {
        let text =
            switch document.content {
            case .estimate(let estimate): line(document.topic, estimate)
            case .alert(let notice): Self.alert(notice)
            case .sequenceGaps(let notice): Self.alert(notice)
            case .rejected(let notice):
                "\(notice.source ?? "?") \(notice.id ?? "?"): \(notice.reason.rawValue): \(notice.detail)"
            case .superseded(let notice):
                "\(notice.event.source) \(notice.event.id): superseded by \(notice.current.source) "
                    + "\(notice.current.id) of \(notice.current.time.text)"
            case .status(let notice):
                "revision \(notice.revision), \(notice.missions.count) missions, "
                    + "up \(Numbers.short(notice.uptimeSeconds.rounded(.down))) s"
            case .unknown(let type): type
            }
        return Printable.text("\(document.time.text)  \(document.topic)  \(text)")
    }

    private mutating func line(_ topic: String, _ estimate: PublishedEstimate) -> String {
        let headlines = Headline.all(of: estimate)
        if shown.count > Self.topicsMax { shown = [:] }
        let before = shown.updateValue(headlines, forKey: topic)
        let revision = "revision \(estimate.head.revision)"
        guard let before else { return ([revision] + headlines.map(\.text)).joined(separator: ", ") }
        let changes = Headline.changes(from: before, to: headlines)
        return ([revision] + (changes.isEmpty ? ["details changed"] : changes)).joined(separator: ", ")
    }

    private static func alert<Detail>(_ notice: AlertNotice<Detail>) -> String {
        (["\(notice.open.count) open"] + notice.raised.map { "+\($0)" } + notice.cleared.map { "-\($0)" })
            .joined(separator: " ")
    }
}
