import CadreContract
import CadrePlanning

// The open alerts, the earliest first.
extension MissionReport {
    /// The number and the first alert of each kind, then the first alerts of all kinds.
    var firstAlerts: [ReportDocument.Block] {
        let open = openAlerts
        guard !open.isEmpty else {
            return [.paragraph("No alert is open in the offered scenario from now on.")]
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

    /// All alerts, if the headline shows only the first.
    var everyAlert: [ReportDocument.Block] {
        let open = openAlerts
        guard open.count > Self.firstAlertsMax else { return [] }
        return [.heading("Every open alert"), .table(alertTable("The earliest first", open[...]))]
    }

    /// The number of alerts on the first page.
    private static let firstAlertsMax = 12

    private var openAlerts: [Alert] {
        figures.summary.alerts.enumerated().sorted { a, b in
            let (first, second) = (a.element.since ?? .min, b.element.since ?? .min)
            return first == second ? a.offset < b.offset : first < second
        }.map(\.element)
    }

    private func date(_ alert: Alert) -> String {
        alert.since.flatMap(figures.head.date) ?? "at all times"
    }

    private func alertTable(_ caption: String, _ alerts: ArraySlice<Alert>) -> ReportTable {
        var table = ReportTable(
            caption,
            [.init("From"), .init("Alert"), .init("Subject"), .init("Amount and remedy")])
        for alert in alerts {
            table.add([
                .init(date(alert), isTrouble: true), .init(Self.name(alert.code)), place(alert), .init(alert.detail),
            ])
        }
        return table
    }

    private func kindTable(_ caption: String, _ alerts: [Alert]) -> ReportTable {
        var table = ReportTable(
            caption, [.init("Alert"), .init("Open", .right), .init("The first from"), .init("Subject")])
        var first: [Alert] = []
        var counts: [Alert.Code: Int] = [:]
        for alert in alerts {
            if counts[alert.code] == nil { first.append(alert) }
            counts[alert.code, default: 0] += 1
        }
        for alert in first {
            table.add([
                .init(Self.name(alert.code)), .init(Quantity.number(counts[alert.code] ?? 0)),
                .init(date(alert), isTrouble: true), place(alert),
            ])
        }
        return table
    }

    private static func name(_ code: Alert.Code) -> String {
        switch code {
        case .priorityGap: "Gap at priority 1"
        case .infeasibleDemand: "Demand that no run fits"
        case .unstaffedRun: "Run without instructors"
        case .unreportedRun: "Run without a report"
        case .equipmentLate: "Equipment late"
        case .stockOut: "Stock-out"
        case .beds: "Beds"
        case .power: "Power"
        case .classrooms: "Classrooms"
        case .fundShort: "Fund runs short"
        }
    }

    /// Returns the subject of an alert, with titles instead of ids.
    private func place(_ alert: Alert) -> ReportTable.Cell {
        let key = alert.key
        switch alert.code {
        case .priorityGap, .stockOut:
            let parts = key.split(separator: "/", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { return .init(key) }
            return .init(parts[1], detail: "at \(figures.plan.name(.site, parts[0]))")
        case .beds, .power, .classrooms: return figures.plan.cell(.site, key)
        case .infeasibleDemand:
            let course = figures.plan.demand(key)?.course
            return .init(key, detail: course.map { figures.plan.name(.course, $0.text) })
        case .unstaffedRun, .unreportedRun:
            let run = figures.training().runs.first { $0.run == key }
            let course = run?.course ?? figures.plan.run(key)?.course
            return .init(key, detail: course.map { figures.plan.name(.course, $0.text) })
        case .equipmentLate: return figures.plan.cell(.item, key)
        case .fundShort: return .init(key)
        }
    }
}
