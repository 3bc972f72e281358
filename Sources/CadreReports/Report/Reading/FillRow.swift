import CadreContract
import CadrePlanning

/// The posts and filled posts of one line, capability or site.
struct FillRow: Sendable {
    let id: String
    let required: [Double]
    let filled: [Double]
    /// Person-periods required from now on.
    let requiredFromNow: Double
    /// Person-periods short from now on.
    let shortFromNow: Double
    /// The largest gap from now on with its first period, or `nil` if nothing is short.
    let worst: (value: Double, period: Int)?
    /// The first period from now on with a gap, or `nil` if nothing is short.
    let shortFrom: Int?

    init(_ id: String, _ strength: Strength, _ figures: MissionFigures) {
        self.id = id
        required = strength.required.reals
        filled = strength.filled.reals
        let short = MissionFigures.excess(required, filled)
        requiredFromNow = figures.sumFromNow(required)
        shortFromNow = figures.sumFromNow(short)
        worst = MissionFigures.peak(short, from: figures.now).flatMap { $0.value > 0 ? $0 : nil }
        shortFrom = short.indices.first { $0 >= figures.now && short[$0] > 0 }
    }

    /// Returns one row per name: the largest gap first, then by id; rows without posts from now on come last.
    static func sorted(_ rows: Rows<Strength>, _ figures: MissionFigures) -> [FillRow] {
        rows.all.map { FillRow($0.name, $0.value, figures) }.enumerated().sorted { a, b in
            let (x, y) = (a.element, b.element)
            if x.shortFromNow != y.shortFromNow { return x.shortFromNow > y.shortFromNow }
            if (x.requiredFromNow > 0) != (y.requiredFromNow > 0) { return x.requiredFromNow > 0 }
            return a.offset < b.offset
        }.map(\.element)
    }

    /// Returns the cells after the name: peaks, the share filled and the gap from now on, and a small chart.
    func cells(_ figures: MissionFigures) -> [ReportTable.Cell] {
        let now = figures.now < required.count ? figures.now : nil
        return [
            .init(Quantity.number(required.max())), .init(Quantity.number(filled.max())),
            .init(
                requiredFromNow > 0 ? Quantity.share(requiredFromNow - shortFromNow, of: requiredFromNow) : "over"),
            .init(worst.map { Quantity.number($0.value) } ?? "–", isTrouble: worst != nil),
            .init(shortFrom.map { figures.date($0) } ?? "–"),
            .init(
                Spark(title: "\(id): required (line) and filled (area)", required: required, filled: filled, now: now)),
        ]
    }

    static let columns: [Table.Column] = [
        .init("Required at most", .right), .init("Filled at most", .right), .init("Filled from now on", .right),
        .init("Short at most", .right), .init("Short from"), .init("Over time"),
    ]
}
