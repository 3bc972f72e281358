import CadreContract
import CadreJSON

/// What is published, a line each, for people: what moved, not all there is.
public struct PublishedLines {
    /// By topic, the headline figures last told.
    private var told: [String: [Headline]] = [:]
    /// Beyond, it begins anew: figures are then told without what they were.
    private static let topicsMax = 100_000

    public init() {}

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
        guard let data else { return "" }
        let headlines = Headline.all(of: data)
        if told.count > Self.topicsMax { told = [:] }
        let before = told.updateValue(headlines, forKey: topic)
        let revision = "revision \(data["revision"]?.integer ?? 0)"
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

/// A figure that stands for its document, with its name.
struct Headline: Equatable {
    let name: String
    let value: Double

    var text: String { "\(name) \(Numbers.short(value))" }

    /// `name 12 → 15` of each that moved.
    static func changes(from old: [Headline], to new: [Headline]) -> [String] {
        let before = Dictionary(old.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        let known = Set(new.map(\.name))
        let moved = new.compactMap { headline -> String? in
            let value = before[headline.name] ?? 0
            guard value != headline.value else { return nil }
            return "\(headline.name) \(Numbers.short(value)) → \(Numbers.short(headline.value))"
        }
        let gone = old.filter { !known.contains($0.name) && $0.value != 0 }
        return moved + gone.map { "\($0.name) \(Numbers.short($0.value)) → 0" }
    }

    /// The headlines of any estimate, by what its data holds.
    static func all(of data: JSONValue) -> [Headline] {
        var headlines: [Headline] = []
        func add(_ name: String, _ value: Double?) {
            if let value { headlines.append(Headline(name: name, value: value)) }
        }
        func addUnlessZero(_ name: String, _ value: Double?) {
            if value != 0 { add(name, value) }
        }
        for scenario in BoardState.scenarios {
            guard let row = data["scenarios"]?[scenario] else { continue }
            add("\(scenario) required", row["required"]?["peak"]?.number?.double)
            add("\(scenario) filled", row["filled"]?["peak"]?.number?.double)
            add("\(scenario) graduates", row["graduates"]?["expected"]?.number?.double)
            addUnlessZero("\(scenario) other graduates", row["graduates"]?["others"]?.number?.double)
            for (priority, gap) in row["gapPersonPeriods"]?.members ?? [] {
                add("\(scenario) short at priority \(priority)", gap.number?.double)
            }
        }
        func peak(_ name: String) -> Double? { data[name]?.elements?.compactMap { $0.number?.double }.max() }
        add("required", peak("required"))
        add("filled", peak("filled"))
        add("assignments", data["assignments"]?.elements.map { Double($0.count) })
        add("surplus", data["surplus"]?.elements.map { Double($0.count) })
        if let courses = data["byCourse"]?.members {
            func sum(_ member: String) -> Double {
                courses.reduce(0) { $0 + ($1.value[member]?.number?.double ?? 0) }
            }
            add("graduates", sum("expected"))
            addUnlessZero("other graduates", sum("others"))
        }
        let hosted = data["hosted"]?.members?.flatMap { ($0.value.members ?? []).map(\.value) } ?? []
        if data["bySite"] != nil {
            let peaks = hosted.map { ($0.elements ?? []).compactMap { $0.number?.double }.max() ?? 0 }
            addUnlessZero("hosted posts", peaks.reduce(0, +))
        }
        add("packages", data["packages"]?.elements.map { Double($0.count) })
        add("runs", data["runs"]?.elements.map { Double($0.count) })
        if let costs = data["money"]?["costs"]?.members {
            let sums = costs.map { ($0.value.elements ?? []).reduce(0) { $0 + ($1.number?.double ?? 0) } }
            add("cost, EUR", sums.reduce(0, +).rounded())
        }
        return headlines
    }
}
