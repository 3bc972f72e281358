import CadreContract
import CadreJSON

/// Published documents in lines for people: the headline figures that changed.
public struct PublishedLines {
    /// The latest headline figures by topic.
    private var shown: [String: [Headline]] = [:]
    /// The largest number of topics; one more clears all of them, and lines then show no changes but all headlines.
    private static let topicsMax = 100_000

    public init() {}

    /// Returns the line of one published document.
    /// - Parameter event: The CloudEvent.
    public mutating func line(topic: String, _ event: JSONValue) -> String {
        let data = event["data"]
        let kind = topic.split(separator: ".", maxSplits: 1).first.map(String.init) ?? ""
        let text =
            switch kind {
            case "estimate": estimate(topic, data)
            case "alert": alert(data)
            case "rejected": rejection(data)
            case "status": status(data)
            default: event["type"]?.text ?? ""
            }
        return Printable.text("\(event["time"]?.text ?? "")  \(topic)  \(text)")
    }

    private mutating func estimate(_ topic: String, _ data: JSONValue?) -> String {
        let parts = topic.split(separator: ".", maxSplits: 2).map(String.init)
        guard let data, let name = parts.last.flatMap(EstimateName.init) else {
            return "an estimate of a later version"
        }
        do throws(EstimateFault) {
            return line(topic, try PublishedEstimate(name, reading: data))
        } catch {
            return "\(error)"
        }
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

    private func alert(_ data: JSONValue?) -> String {
        func keys(_ name: String, _ sign: String) -> [String] {
            (data?[name]?.elements ?? []).compactMap(\.text).map { "\(sign)\($0)" }
        }
        let open = data?["open"]?.elements?.count ?? 0
        return (["\(open) open"] + keys("raised", "+") + keys("cleared", "-")).joined(separator: " ")
    }

    private func rejection(_ data: JSONValue?) -> String {
        func text(_ name: String) -> String { data?[name]?.text ?? "?" }
        if let current = data?["by"] {
            func ofCurrent(_ name: String) -> String { current[name]?.text ?? "?" }
            return "\(text("source")) \(text("id")): superseded by \(ofCurrent("source")) \(ofCurrent("id")) of "
                + ofCurrent("time")
        }
        return "\(text("source")) \(text("id")): \(text("reason")): \(text("detail"))"
    }

    private func status(_ data: JSONValue?) -> String {
        let missions = data?["missions"]?.members?.count ?? 0
        let uptime = Int(data?["uptimeSeconds"]?.number?.double ?? 0)
        return "revision \(data?["revision"]?.integer ?? 0), \(missions) missions, up \(uptime) s"
    }
}
