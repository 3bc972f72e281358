import CadreContract
import CadreJSON

/// One line, speciality or site: what it requires against what is filled.
struct FillRow: Sendable {
    let id: String
    let required: [Double]
    let filled: [Double]
    /// Σ from now on, persons times periods.
    let requiredFromNow: Double
    let shortFromNow: Double
    /// The greatest shortfall from now on, and its first period; `nil` where nothing is short.
    let worst: (value: Double, period: Int)?
    /// The first period from now on in which something is short.
    let shortFrom: Int?

    init(_ id: String, _ data: JSONValue, _ figures: MissionFigures) {
        self.id = id
        required = data.series("required")
        filled = data.series("filled")
        let short = MissionFigures.excess(required, filled)
        requiredFromNow = figures.sumFromNow(required)
        shortFromNow = figures.sumFromNow(short)
        worst = MissionFigures.peak(short, from: figures.now).flatMap { $0.value > 0 ? $0 : nil }
        shortFrom = short.indices.first { $0 >= figures.now && short[$0] > 0 }
    }

    /// The rows of a map, the shortest of people first, then by id; what is over comes last.
    static func sorted(_ map: JSONValue?, _ figures: MissionFigures) -> [FillRow] {
        (map?.members ?? []).map { FillRow($0.name, $0.value, figures) }.enumerated().sorted { a, b in
            let (x, y) = (a.element, b.element)
            if x.shortFromNow != y.shortFromNow { return x.shortFromNow > y.shortFromNow }
            if (x.requiredFromNow > 0) != (y.requiredFromNow > 0) { return x.requiredFromNow > 0 }
            return a.offset < b.offset
        }.map(\.element)
    }

    /// Cells after the name: required and filled at most, what is short from now on, and the picture of it.
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
