import CadreContract
import CadreJSON
import CadrePlanning

/// What is wrong from now on, the earliest first.
extension MissionReport {
    /// Of every code how many and the first; then the first of all.
    var firstAlerts: [ReportDocument.Block] {
        let open = openAlerts
        guard !open.isEmpty else {
            return [.paragraph("Nothing is wrong from now on: no alert is open in the offered scenario.")]
        }
        let count = Quantity.count(open.count, "alert is", "alerts are")
        guard open.count > Self.firstAlertsMax else {
            return [.table(alertTable("\(count) open in the offered scenario, the earliest first", open[...]))]
        }
        return [
            .table(kindTable("\(count) open in the offered scenario, by kind", open)),
            .table(
                alertTable(
                    "The first \(Quantity.number(Self.firstAlertsMax)); all are listed with the gaps",
                    open.prefix(Self.firstAlertsMax))),
        ]
    }

    /// All of them, where the headline shows only the first.
    var everyAlert: [ReportDocument.Block] {
        let open = openAlerts
        guard open.count > Self.firstAlertsMax else { return [] }
        return [.heading("Every open alert"), .table(alertTable("The earliest first", open[...]))]
    }

    /// As many as stand on the first page.
    private static let firstAlertsMax = 12

    private var openAlerts: [JSONValue] {
        figures[.summary].list("alerts").enumerated().sorted { a, b in
            let (first, second) = (a.element["since"]?.integer ?? .min, b.element["since"]?.integer ?? .min)
            return first == second ? a.offset < b.offset : first < second
        }.map(\.element)
    }

    private func date(_ alert: JSONValue) -> String {
        alert["since"]?.integer.flatMap(figures.frame.date) ?? "at all times"
    }

    private func alertTable(_ caption: String, _ alerts: ArraySlice<JSONValue>) -> ReportTable {
        var table = ReportTable(
            caption,
            [.init("Trouble from"), .init("What"), .init("Where"), .init("How much, and what would end it")])
        for alert in alerts {
            let code = alert["code"]?.text ?? ""
            table.add([
                .init(date(alert), isTrouble: true), .init(Self.names[code] ?? code),
                place(code, alert["key"]?.text ?? ""), .init(alert["detail"]?.text ?? ""),
            ])
        }
        return table
    }

    private func kindTable(_ caption: String, _ alerts: [JSONValue]) -> ReportTable {
        var table = ReportTable(caption, [.init("What"), .init("Open", .right), .init("The first from"), .init("at")])
        var kinds: [(code: String, alerts: [JSONValue])] = []
        for alert in alerts {
            let code = alert["code"]?.text ?? ""
            if let index = kinds.firstIndex(where: { $0.code == code }) {
                kinds[index].alerts.append(alert)
            } else {
                kinds.append((code, [alert]))
            }
        }
        for (code, alerts) in kinds {
            table.add([
                .init(Self.names[code] ?? code), .init(Quantity.number(alerts.count)),
                .init(date(alerts[0]), isTrouble: true), place(code, alerts[0]["key"]?.text ?? ""),
            ])
        }
        return table
    }

    private static let names = [
        "priority-gap": "Gap at priority 1", "infeasible-demand": "Demand that no run fits",
        "unstaffed-run": "Run without instructors", "unreported-run": "Run that nobody reported",
        "equipment-late": "Equipment late", "stock-out": "Stock-out", "beds": "Beds", "power": "Power",
        "classrooms": "Classrooms", "fund-short": "Fund runs short",
    ]

    /// What an alert is about, with titles instead of ids.
    private func place(_ code: String, _ key: String) -> ReportTable.Cell {
        let parts = key.split(separator: "/", maxSplits: 1).map(String.init)
        switch code {
        case "priority-gap", "stock-out":
            guard parts.count == 2 else { return .init(key) }
            return .init(parts[1], detail: "at \(figures.plan.name(.site, parts[0]))")
        case "beds", "power", "classrooms": return figures.plan.cell(.site, key)
        case "infeasible-demand":
            let course = figures.plan[.demand, key]?.text("course")
            return .init(key, detail: course.map { figures.plan.name(.course, $0) })
        case "unstaffed-run", "unreported-run":
            let run = figures[.training(MissionFigures.planned)].list("runs").first { $0["run"]?.text == key }
            let course = run?["course"]?.text ?? figures.plan[.run, key]?.text("course")
            return .init(key, detail: course.map { figures.plan.name(.course, $0) })
        case "equipment-late": return figures.plan.cell(.item, key)
        default: return .init(key)
        }
    }
}
