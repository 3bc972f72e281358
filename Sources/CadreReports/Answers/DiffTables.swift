import CadreContract
import CadrePlanning

/// The changes between two states, and each event's share of them, as a person reads them.
public struct DiffTables {
    /// The number of events unless all are shown.
    static let eventsMax = 30

    private let answer: PlanDiff.Answer
    /// The scenario of the shares' figures.
    private let scenario: Scenario
    private let shares: [EventShare]

    public init(_ answer: PlanDiff.Answer, scenario: Scenario) {
        self.answer = answer
        self.scenario = scenario
        shares = answer.events.map { EventShare($0, scenario: scenario) }
    }

    /// Returns the journal sequences of the events that `tables` shows one by one.
    /// - Parameter all: Whether all events are shown.
    public func shown(all: Bool) -> [Int] { rows(all: all).map(\.sequence) }

    /// Returns the tables.
    /// - Parameters:
    ///   - estimates: The estimates of the later state, as far as known. The dates depend on them.
    ///   - summary: The two summaries.
    ///   - events: The events that are shown, as far as known, by their sequence in the journal.
    public func tables(
        summary: SummaryComparison, estimates: PublishedEstimates = PublishedEstimates(), events: [Int: Reading] = [:],
        all: Bool
    ) -> [Table] {
        summary.tables("changes", all: all) + [sharesTable(events, all: all)]
            + answer.estimates.map {
                WhatIfTables.further($0.name, $0.changes, of: estimates[$0.name], all: all)
            }
    }

    /// `3 of 12 events without effect on these figures`, or `nil` if all have an effect.
    public var unmoving: String? {
        let count = shares.count { !$0.hasEffect }
        guard count > 0 else { return nil }
        return "\(Numbers.whole(count)) of \(Numbers.whole(shares.count)) "
            + "\(shares.count == 1 ? "event" : "events") without effect on these figures"
    }

    // MARK: Events

    /// Returns the events with an effect, or the greatest of them, in the order of the journal.
    private func rows(all: Bool) -> [EventShare] {
        let moving = shares.filter(\.hasEffect)
        guard !all, moving.count > DiffTables.eventsMax else { return moving }
        let greatest = moving.indices.sorted {
            (moving[$1].weight, $0) < (moving[$0].weight, $1)
        }.prefix(DiffTables.eventsMax)
        return greatest.sorted().map { moving[$0] }
    }

    private func sharesTable(_ events: [Int: Reading], all: Bool) -> Table {
        let shown = rows(all: all)
        let moving = shares.count(where: \.hasEffect)
        let bound = shown.count < moving ? " (the \(shown.count) greatest of \(moving); --all shows all)" : ""
        var table = Table(
            "share of each event, in order; \(scenario.rawValue): peaks, graduates, person-periods short\(bound)",
            [
                .init("journal", .right), .init("date"), .init("event"), .init("required", .right),
                .init("filled", .right), .init("graduates", .right), .init("short", .right),
            ])
        for share in shown {
            let sentence = events[share.sequence].map { EventSentence.text($0) } ?? share.name
            table.add([String(share.sequence), share.day.text, sentence] + cells(share.figures))
        }
        guard !shown.isEmpty else { return table }
        let total = shares.reduce(EventShare.Figures()) { $0 + $1.figures }
        if shown.count < moving {
            let sum = shown.reduce(EventShare.Figures()) { $0 + $1.figures }
            table.add(["", "", "\(moving - shown.count) events more"] + cells(total - sum))
        }
        table.add(["", "", "all together"] + cells(total))
        return table
    }

    private func cells(_ figures: EventShare.Figures) -> [String] {
        [figures.required, figures.filled, figures.graduates, figures.personPeriods].map(Difference.text)
    }
}
