extension Alert {
    /// Above this a need counts as not met. Source: MODEL § 12.
    private static let tolerance = 1e-6

    /// Sites that run out of a commodity. Source: MODEL § 8, § 12.
    static func stockOuts(_ basis: Basis, _ logistics: LogisticsEstimate) -> [Alert] {
        var alerts: [Alert] = []
        let units = Dictionary(
            uniqueKeysWithValues: basis.factors.commodities.map { ($0.id.text, $0.value.unit) })
        for commodity in logistics.commodities.all {
            let unit = units[commodity.name].map { " \($0)" } ?? ""
            for site in commodity.value.all {
                guard let since = first(basis, site.value.short, above: 0) else { continue }
                let short = site.value.short[since...].reduce(0, +)
                alerts.append(
                    Alert(
                        code: .stockOut, key: "\(site.name)/\(commodity.name)", since: since,
                        detail: "\(rounded(short))\(unit) short in all, from \(basis.date(since)); "
                            + remedy(site.value, since, basis, unit: unit)))
            }
        }
        return alerts.sorted { bytesPrecede($0.key, $1.key) }
    }

    /// Before the next delivery something must be brought; what is short afterwards is for want of storage, since
    /// deliveries fill that.
    private static func remedy(_ stock: LogisticsEstimate.Stock, _ since: Int, _ basis: Basis, unit: String) -> String {
        let horizon = basis.horizon
        let interval = max(1, horizon.periodsCovering(days: basis.factors[.resupplyIntervalDays]))
        let next = (horizon.now + interval - 1) / interval * interval
        var remedies: [String] = []
        let before = stock.short[min(since, next)..<min(next, stock.short.count)].reduce(0, +)
        if before > tolerance { remedies.append("\(rounded(before))\(unit) delivered by \(basis.date(since))") }
        if stock.short.dropFirst(next).contains(where: { $0 > tolerance }) {
            let most = stride(from: next, to: stock.use.count, by: interval)
                .map { stock.use[$0..<min($0 + interval, stock.use.count)].reduce(0, +) }.max()
            remedies.append("storage for \(rounded(most ?? 0))\(unit)")
        }
        return remedies.joined(separator: " and ") + " would end it"
    }

    /// Sites that are too small. Source: MODEL § 8, § 12.
    static func capacities(_ basis: Basis, _ logistics: LogisticsEstimate) -> [Alert] {
        let kinds: [(Code, Rows<LogisticsEstimate.Capacity>, String)] = [
            (.beds, logistics.beds, "beds"), (.power, logistics.power, "kW"),
            (.classrooms, logistics.classrooms, "classrooms"),
        ]
        return kinds.flatMap { code, rows, unit in
            rows.all.compactMap { row -> Alert? in
                guard let have = row.value.have, let since = first(basis, row.value.need, above: have) else {
                    return nil
                }
                let most = row.value.need[since...].max() ?? have
                return Alert(
                    code: code, key: row.name, since: since,
                    detail: "up to \(rounded(most)) \(unit) needed, \(rounded(have)) there, "
                        + "from \(basis.date(since)); \(rounded(most - have)) more by then would end it")
            }
        }
    }

    /// Funds that run out. Source: MODEL § 8, § 12.
    static func funds(_ basis: Basis, _ plan: ScenarioPlan, _ logistics: LogisticsEstimate) -> [Alert] {
        var withMoney: Set<String> = []
        for (index, entry) in basis.pledges.enumerated() where plan.selection.pledges[index] {
            if case .funds(let money) = entry.pledge.offer, money.amount > 0 { withMoney.insert(money.fund.text) }
        }
        return logistics.funds.all.compactMap { row in
            guard withMoney.contains(row.name),
                let since = first(basis, row.value.balance.map { -$0 }, above: 0)
            else { return nil }
            let lowest = row.value.balance[since...].min() ?? 0
            return Alert(
                code: .fundShort, key: row.name, since: since,
                detail: "EUR \(rounded(-lowest)) short at the worst, from \(basis.date(since)); "
                    + "EUR \(rounded(-lowest)) more pledged to it would end it")
        }
    }

    /// The first period from now on in which a series is above a bound.
    private static func first(_ basis: Basis, _ series: [Double], above bound: Double) -> Int? {
        series.indices.dropFirst(basis.horizon.now).first { series[$0] > bound + tolerance }
    }

    private static func rounded(_ value: Double) -> String { String(ceilWhole(value)) }
}
