import CadreContract
import CadreJSON

/// A mission's story in ten lines, out of the figures that were received.
public struct BoardStory: Sendable {
    /// A headline figure before and after one event.
    private struct Step {
        let event: BoardState.Entry
        let before: Double
        let after: Double
    }
    private var events: [BoardState.Entry] = []
    private var filled = 0.0
    private var greatest: Step?

    public init() {}

    /// An event took effect.
    /// - Parameters:
    ///   - event: The CloudEvent.
    ///   - summary: The summary that covers it; `nil` where there is none yet.
    public mutating func note(_ event: JSONValue, _ summary: JSONValue?) {
        let entry = BoardState.Entry(event)
        events.append(entry)
        guard let now = summary?["scenarios"]?["offered"]?["filled"]?["peak"]?.number?.double else { return }
        let step = Step(event: entry, before: filled, after: now)
        if abs(step.after - step.before) > abs((greatest?.after ?? 0) - (greatest?.before ?? 0)) { greatest = step }
        filled = now
    }

    /// Ten lines.
    /// - Parameter state: With the newest documents.
    public func lines(_ state: BoardState) -> [String] {
        guard let summary = state.document("summary") else { return ["Mission \(state.mission) has no estimates."] }
        let frame = EstimateFrame(summary)
        func row(_ scenario: String) -> JSONValue? { summary["scenarios"]?[scenario] }
        func short(_ value: JSONValue?) -> String { (value?.number?.double).map(Numbers.short) ?? "–" }
        func peak(_ scenario: String, _ what: String) -> String { short(row(scenario)?[what]?["peak"]) }
        func day(_ scenario: String, _ what: String) -> String {
            (row(scenario)?[what]?["period"]?.integer).flatMap(frame.date) ?? "–"
        }
        func graduates(_ scenario: String) -> String {
            let row = row(scenario)?["graduates"]
            let others = row?["others"]?.number?.double ?? 0
            return "\(short(row?["expected"])) of \(short(row?["wanted"])) wanted"
                + (others > 0 ? " and \(Numbers.short(others)) others" : "")
        }
        let nations = summary["nations"]?.members?.count ?? 0
        return [
            "\(events.count) events, \(events.first?.date ?? "–") to \(events.last?.date ?? "–"): "
                + "\(nations) nations, \(persons(summary)) people indicated, offered or sent.",
            "What is agreed (offered) needs \(peak("offered", "required")) people in theatre at its peak, from "
                + "\(day("offered", "required")); \(peak("offered", "filled")) are filled.",
            "The firm pledges alone (committed) fill \(peak("committed", "filled")).",
            "Everything on the table (full) would need \(peak("full", "required")), from \(day("full", "required")); "
                + "\(peak("full", "filled")) would be filled.",
            step,
            "Graduates: \(graduates("offered")); by firm pledges alone \(graduates("committed")), "
                + "with everything on the table \(graduates("full")).",
            "Still short of what is agreed: \(gaps(row("offered"))).",
            "Alerts: \(alerts(summary)); \(state.raisedCount) raised and \(state.clearedCount) cleared on the way.",
            money(state.document("logistics.offered"), frame),
            "Every figure came over the bus: \(Numbers.whole(state.received)) documents, "
                + "up to revision \(frame.revision).",
        ].map(Printable.text)
    }

    private var step: String {
        guard let greatest else { return "No event moved the strength that is filled." }
        return "No event moved more than that of \(greatest.event.date), \(greatest.event.what): "
            + "filled \(Numbers.short(greatest.before)) → \(Numbers.short(greatest.after))."
    }

    private func persons(_ summary: JSONValue) -> String {
        var sum = 0.0
        for (status, row) in summary["pledges"]?.members ?? [] where status != "withdrawn" && status != "completed" {
            sum += row["persons"]?.number?.double ?? 0
        }
        return Numbers.short(sum)
    }

    private func gaps(_ row: JSONValue?) -> String {
        let gaps = (row?["gapPersonPeriods"]?.members ?? []).compactMap { name, gap -> String? in
            guard let value = gap.number?.double, value > 0 else { return nil }
            return "\(Numbers.short(value)) person-periods at priority \(name)"
        }
        return gaps.isEmpty ? "nothing" : gaps.joined(separator: ", ")
    }

    private func alerts(_ summary: JSONValue) -> String {
        var counts: [String: Int] = [:]
        for alert in summary["alerts"]?.elements ?? [] { counts[alert["code"]?.text ?? "?", default: 0] += 1 }
        let texts = counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
        return texts.isEmpty
            ? "none is open" : texts.joined(separator: ", ") + (counts.count == 1 ? " is open" : " are open")
    }

    private func money(_ logistics: JSONValue?, _ frame: EstimateFrame) -> String {
        let costs = (logistics?["money"]?["costs"]?.members ?? []).reduce(0.0) { sum, kind in
            sum + (kind.value.elements ?? []).reduce(0) { $0 + ($1.number?.double ?? 0) }
        }
        let short = (logistics?["money"]?["funds"]?.members ?? []).compactMap { fund, row -> String? in
            row["shortFrom"]?.integer.flatMap(frame.date).map { "the fund \(fund) is short from \($0)" }
        }
        let all = "It costs EUR \(Numbers.whole(Int(min(max(costs, 0), 1e15).rounded())))"
        return ([all] + (short.isEmpty ? ["no fund runs short"] : short)).joined(separator: "; ") + "."
    }
}
