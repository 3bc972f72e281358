import CadreContract
import CadreJSON
import CadrePlanning

/// Every figure of an estimate in one long table, a row a number: what a spreadsheet or a script pivots.
public struct Figures {
    /// Columns `mission, estimate, figure, period, date, value`; `figure` is the path within the estimate's data, its
    /// parts separated by blanks (ids hold dots); `period` and `date` are empty where a figure is not a series.
    public private(set) var table = Table(
        "figures",
        [
            .init("mission"), .init("estimate"), .init("figure"), .init("period", .right), .init("date"),
            .init("value", .right),
        ])

    public init() {}

    /// Adds one estimate's data, as the contract has it.
    public mutating func add(_ name: EstimateName, _ data: JSONValue) {
        let frame = EstimateFrame(data)
        for (member, value) in data.members ?? [] where !EstimateFrame.members.contains(member) {
            add(value, at: [member], of: name, frame)
        }
    }

    private mutating func add(_ value: JSONValue, at path: [String], of name: EstimateName, _ frame: EstimateFrame) {
        switch value.kind {
        case .object:
            for (member, inner) in value.members ?? [] { add(inner, at: path + [member], of: name, frame) }
        case .list:
            let elements = value.elements ?? []
            let isSeries =
                elements.count == frame.periods && elements.allSatisfy { $0.number != nil || $0.isNull }
            for (index, inner) in elements.enumerated() {
                if isSeries {
                    row(inner, path, name, frame, period: index)
                } else {
                    add(inner, at: path + [String(index)], of: name, frame)
                }
            }
        case .null, .boolean, .number, .text: row(value, path, name, frame, period: nil)
        }
    }

    private mutating func row(
        _ value: JSONValue, _ path: [String], _ name: EstimateName, _ frame: EstimateFrame, period: Int?
    ) {
        let shown = value.text ?? (value.isNull ? "" : String(decoding: value.source, as: UTF8.self))
        table.add([
            frame.mission, name.text, path.joined(separator: " "), period.map(String.init) ?? "",
            period.flatMap(frame.date) ?? "", shown,
        ])
    }
}

/// What every estimate begins with, read back from its data.
struct EstimateFrame {
    static let members: Set<String> = ["mission", "revision", "asOf", "start", "periodDays", "periods", "marking"]

    let mission: String
    let asOf: String
    let revision: Int
    let periods: Int
    let marking: String?
    let start: Day?
    let periodDays: Int

    init(_ data: JSONValue) {
        mission = data["mission"]?.text ?? ""
        asOf = data["asOf"]?.text ?? ""
        revision = data["revision"]?.integer ?? 0
        periods = data["periods"]?.integer ?? 0
        marking = data["marking"]?.text
        periodDays = data["periodDays"]?.integer ?? 0
        start = Self.day(data["start"]?.text ?? "")
    }

    /// The period that the mission's clock stands in, not clamped; `nil` where the data does not say.
    var now: Int? {
        guard let start, let clock = Self.day(String(asOf.prefix(10))), periodDays > 0 else { return nil }
        let days = clock.number - start.number
        return days >= 0 ? days / periodDays : -((periodDays - 1 - days) / periodDays)
    }

    /// `YYYY-MM-DD`; `nil` for anything else.
    static func day(_ text: String) -> Day? {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        return parts.count == 3 ? Day(year: parts[0], month: parts[1], day: parts[2]) : nil
    }

    /// First day of a period, `YYYY-MM-DD`.
    func date(_ period: Int) -> String? {
        guard let start else { return nil }
        let (days, overflow) = period.multipliedReportingOverflow(by: periodDays)
        return overflow ? nil : (start + days).text
    }
}
