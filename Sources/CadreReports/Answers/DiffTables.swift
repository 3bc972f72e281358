import CadreContract
import CadreJSON

/// What changed between two states and who did it, as a person reads it.
public struct DiffTables {
    /// Rows of events that are shown where not all are asked for.
    static let eventsMax = 30

    private let answer: JSONValue
    /// Of the shares' figures.
    private let scenario: String
    private let shares: [EventShare]

    /// - Parameter answer: The result of `plan.diff`.
    public init(_ answer: JSONValue, scenario: String) {
        self.answer = answer
        self.scenario = scenario
        shares = (answer["events"]?.elements ?? []).map { EventShare($0, scenario: scenario) }
    }

    /// The places in the journal of the events that `tables` shows one by one: their words are worth asking for.
    /// - Parameter all: Whether there is no bound.
    public func shown(all: Bool) -> [Int] { rows(all: all).compactMap(\.sequence) }

    /// - Parameters:
    ///   - estimates: The estimates of the later state, as far as known. The dates depend on them.
    ///   - summary: The two summaries.
    ///   - events: The events that are shown, as far as known, by their sequence in the journal.
    public func tables(
        summary: SummaryComparison, estimates: PublishedEstimates = PublishedEstimates(), events: [Int: Reading] = [:],
        all: Bool
    ) -> [Table] {
        summary.tables("what changed", all: all) + [sharesTable(events, all: all)]
            + WhatIfTables.ordered(answer).map { name, difference in
                WhatIfTables.further(name, difference, of: EstimateName(name).flatMap { estimates[$0] }, all: all)
            }
    }

    /// `3 events without effect on what was asked for, of 12`; `nil` where there was none.
    public var unmoving: String? {
        let count = shares.count { !$0.hasEffect }
        guard count > 0 else { return nil }
        return "\(Numbers.whole(count)) of \(Numbers.whole(shares.count)) "
            + "\(shares.count == 1 ? "event" : "events") without effect on these figures"
    }

    // MARK: Events

    /// The events with an effect, the greatest where not all are wanted, in the order of the journal.
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
            "who did it, each after those before; \(scenario): peaks, graduates, person-periods short\(bound)",
            [
                .init("journal", .right), .init("said on"), .init("what"), .init("required", .right),
                .init("filled", .right), .init("graduates", .right), .init("short", .right),
            ])
        for share in shown {
            let event = share.sequence.flatMap { events[$0] }
            table.add(
                [
                    share.sequence.map(String.init) ?? "", String(share.time.prefix(10)),
                    event.map(EventSentence.text) ?? share.name,
                ] + cells(share.figures))
        }
        guard !shown.isEmpty else { return table }
        let total = shares.reduce(EventShare.Figures()) { $0 + $1.figures }
        if shown.count < moving {
            let told = shown.reduce(EventShare.Figures()) { $0 + $1.figures }
            table.add(["", "", "\(moving - shown.count) events more"] + cells(total - told))
        }
        table.add(["", "", "all together"] + cells(total))
        return table
    }

    private func cells(_ figures: EventShare.Figures) -> [String] {
        [figures.required, figures.filled, figures.graduates, figures.personPeriods].map(Difference.text)
    }
}
