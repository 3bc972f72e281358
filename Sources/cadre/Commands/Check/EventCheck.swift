import CadreContract
import CadrePlanning

/// Checks event files as a daemon would judge them, and then what they add up to.
enum EventCheck {
    private struct CountedStock {
        let line: EventLine
        let mission: ID<Mission>
        let count: StockCount
    }

    static func run(_ paths: [String], _ findings: inout Findings) throws {
        var ledger = EventLedger()
        var (accepted, duplicates) = (0, 0)
        var stocks: [CountedStock] = []
        try EventFiles.forEach(paths) { line, reading in
            switch reading {
            case .head: return
            case .rejected(let rejection): try findings.note(Finding(rejection, line))
            case .event(let received):
                switch ledger.accept(received) {
                case .accepted, .superseded: accepted += 1
                case .duplicate: duplicates += 1
                case .rejected(let rejection): try findings.note(Finding(rejection, line))
                }
                if case .stock(let count) = received.event.document {
                    stocks.append(CountedStock(line: line, mission: received.event.mission, count: count))
                }
            }
        }
        try warnOfNames(ledger, &findings)
        try warnOfStocks(stocks, ledger, &findings)
        findings.noteSound("\(accepted) events accepted, \(duplicates) duplicates")
    }

    private static func warnOfNames(_ ledger: EventLedger, _ findings: inout Findings) throws(CommandFailure) {
        for (id, documents) in ledger.missions.sorted(by: { $0.key < $1.key }) {
            func warn(_ member: String, _ expected: String, _ detail: String) throws(CommandFailure) {
                try findings.note(
                    Finding(
                        severity: .warning, file: nil, line: nil, reason: "unresolved", member: member,
                        expected: expected, detail: "mission \(id): \(detail)"))
            }
            guard documents.current[EntityKey(.mission, id.text)] != nil else {
                try warn("mission", "a mission.defined", "not defined (mission.defined), so it has no estimates")
                continue
            }
            for row in documents.unresolved(defaults: DefaultFactors.all) {
                try warn(
                    "\(row.entity.rawValue) \(row.id)", row.missing,
                    "\(row.entity.rawValue) \(row.id) names \(row.missing), which is not known or counts for nothing")
            }
        }
    }

    /// CONTRACT § 2: opening stock is counted on a date in period 0; one outside the horizon does nothing.
    private static func warnOfStocks(
        _ stocks: [CountedStock], _ ledger: EventLedger, _ findings: inout Findings
    ) throws(CommandFailure) {
        for stock in stocks {
            let current = ledger.missions[stock.mission]?.current[EntityKey(.mission, stock.mission.text)]
            guard case .mission(_, let mission)? = current?.document else { continue }
            let end = mission.start + mission.periods * mission.periodDays
            guard stock.count.date < mission.start || stock.count.date >= end else { continue }
            try findings.note(
                Finding(
                    severity: .warning, file: stock.line.file, line: stock.line.number, reason: "outside-horizon",
                    member: "date", expected: "a date from \(mission.start.text) to before \(end.text)",
                    detail: "date: \(stock.count.date.text) lies outside the mission's horizon "
                        + "(\(mission.start.text) to \(end.text)); the count does nothing"))
        }
    }
}

extension Finding {
    fileprivate init(_ rejection: Rejection, _ line: EventLine) {
        self.init(
            severity: .error, file: line.file, line: line.number, reason: rejection.reason.rawValue,
            member: rejection.member, expected: rejection.expected, detail: rejection.detail)
    }
}
