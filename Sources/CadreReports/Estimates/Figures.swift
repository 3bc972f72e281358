import CadreContract
import CadreJSON
import CadrePlanning

/// Every figure of estimates in one long table for spreadsheets and scripts: one row per number.
public struct Figures {
    /// The columns `mission, estimate, figure, period, date, value`.
    ///
    /// `figure` is the path within the estimate's data; its parts are separated by blanks, since ids contain dots.
    /// `period` and `date` are empty for a figure that is not a series.
    public private(set) var table = Table(
        "figures",
        [
            .init("mission"), .init("estimate"), .init("figure"), .init("period", .right), .init("date"),
            .init("value", .right),
        ])

    public init() {}

    /// Adds the figures of one estimate.
    public mutating func add(_ estimate: PublishedEstimate) { add(estimate.json, at: [], of: estimate) }

    private mutating func add(_ value: JSONValue, at path: [String], of estimate: PublishedEstimate) {
        switch value.kind {
        case .object:
            for (member, inner) in value.members ?? [] { add(inner, at: path + [member], of: estimate) }
        case .list:
            let elements = value.elements ?? []
            let isSeries =
                elements.count == estimate.head.periods && elements.allSatisfy { $0.number != nil || $0.isNull }
            for (index, inner) in elements.enumerated() {
                if isSeries {
                    row(inner, path, estimate, period: index)
                } else {
                    add(inner, at: path + [String(index)], of: estimate)
                }
            }
        case .null, .boolean, .number, .text: row(value, path, estimate, period: nil)
        }
    }

    private mutating func row(_ value: JSONValue, _ path: [String], _ estimate: PublishedEstimate, period: Int?) {
        let shown = value.text ?? (value.isNull ? "" : String(decoding: value.source, as: UTF8.self))
        table.add([
            estimate.head.mission.text, estimate.name.text, path.joined(separator: " "),
            period.map(String.init) ?? "", estimate.head.dateText(period), shown,
        ])
    }
}
