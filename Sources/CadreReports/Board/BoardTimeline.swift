import CadreContract
import CadrePlanning

/// The course of a mission in ten lines, from the figures that were received.
public struct BoardTimeline: Sendable {
    /// A headline figure before and after one event.
    private struct Step {
        let event: BoardEntry
        let before: Double
        let after: Double
    }
    private var events: [BoardEntry] = []
    private var filled = 0.0
    private var greatest: Step?

    public init() {}

    /// Records an event that took effect.
    /// - Parameter summary: The summary that covers the event, or `nil` before there is one.
    public mutating func record(_ reading: Reading, _ summary: SummaryEstimate?) {
        let entry = BoardEntry(reading)
        events.append(entry)
        guard let now = summary?[.offered].map({ Double($0.filled.peak) }) else { return }
        let step = Step(event: entry, before: filled, after: now)
        if abs(step.after - step.before) > abs((greatest?.after ?? 0) - (greatest?.before ?? 0)) { greatest = step }
        filled = now
    }

    /// Returns the ten lines.
    /// - Parameter state: The state with the newest documents.
    public func lines(_ state: BoardState) -> [String] {
        guard let head = state.estimates[.summary]?.head, let summary = state.estimates.summary else {
            return ["Mission \(state.mission) has no estimates."]
        }
        func peak(_ scenario: Scenario, _ peak: KeyPath<SummaryEstimate.Headline, SummaryEstimate.Peak>) -> String {
            summary[scenario].map { Numbers.short($0[keyPath: peak].peak) } ?? Numbers.none
        }
        func day(_ scenario: Scenario) -> String {
            summary[scenario].flatMap { head.date($0.required.period) } ?? Numbers.none
        }
        return [
            "\(events.count) events, \(events.first?.date ?? Numbers.none) to \(events.last?.date ?? Numbers.none): "
                + "\(summary.nations.all.count) nations, \(persons(summary)) people indicated, offered or sent.",
            "The agreed plan (offered) needs \(peak(.offered, \.required)) people in theatre at its peak, from "
                + "\(day(.offered)); \(peak(.offered, \.filled)) are filled.",
            "Firm pledges (committed) fill \(peak(.committed, \.filled)).",
            "All proposals together (full) would need \(peak(.full, \.required)), from \(day(.full)); "
                + "\(peak(.full, \.filled)) would be filled.",
            step,
            "Graduates: \(graduates(summary, .offered)); by firm pledges \(graduates(summary, .committed)), "
                + "with all proposals \(graduates(summary, .full)).",
            "Unfilled posts of the agreed plan: \(gaps(summary[.offered])).",
            "Alerts: \(alerts(summary)); \(state.raisedCount) raised and \(state.clearedCount) cleared in the meantime.",
            money(state.estimates.logistics(.offered), head),
            "All figures were received from the bus: \(Numbers.whole(state.received)) documents, "
                + "up to revision \(head.revision).",
        ].map(Printable.text)
    }

    private var step: String {
        guard let greatest else { return "No event changed the number of filled posts." }
        return "The greatest change was on \(greatest.event.date), \(greatest.event.sentence): "
            + "filled \(Numbers.short(greatest.before)) → \(Numbers.short(greatest.after))."
    }

    private func graduates(_ summary: SummaryEstimate, _ scenario: Scenario) -> String {
        guard let row = summary[scenario] else { return Numbers.none }
        return "\(Numbers.short(row.expected)) of \(Numbers.short(row.wanted)) wanted"
            + (row.others > 0 ? " and \(Numbers.short(row.others)) others" : "")
    }

    private func persons(_ summary: SummaryEstimate) -> String {
        let ended = [Pledge.Status.withdrawn, .completed].map(\.rawValue)
        return Numbers.short(
            summary.pledges.all.filter { !ended.contains($0.name) }.map(\.value.persons).sum)
    }

    private func gaps(_ row: SummaryEstimate.Headline?) -> String {
        let gaps = (row?.gapPersonPeriods ?? []).enumerated().filter { $0.element > 0 }.map {
            "\(Numbers.short($0.element)) person-periods at priority \($0.offset + 1)"
        }
        return gaps.isEmpty ? "none" : gaps.joined(separator: ", ")
    }

    private func alerts(_ summary: SummaryEstimate) -> String {
        let counts = AlertCount.all(of: summary)
        return counts.isEmpty
            ? "none is open"
            : counts.map(\.text).joined(separator: ", ") + (counts.count == 1 ? " is open" : " are open")
    }

    private func money(_ logistics: LogisticsEstimate?, _ head: EstimateHead) -> String {
        let costs = (logistics?.costs.all ?? []).map(\.value.sum).sum
        let short = (logistics?.funds.all ?? []).compactMap { fund in
            fund.value.shortFrom.flatMap(head.date).map { "the fund \(fund.name) is short from \($0)" }
        }
        let all = "It costs EUR \(Numbers.whole(Int(min(max(costs, 0), 1e15).rounded())))"
        return ([all] + (short.isEmpty ? ["no fund runs short"] : short)).joined(separator: "; ") + "."
    }
}
