extension Alert {
    /// Items of which too few are pledged in time. Source: MODEL § 12.
    static func lateEquipment(_ input: Input) -> [Alert] {
        input.logistics.equipment.compactMap { plan in
            guard plan.isLate, let by = plan.item.value.by else { return nil }
            let missing = plan.needed - plan.inTime
            return Alert(
                code: .equipmentLate, key: plan.item.id.text, since: input.basis.horizon.period(of: by),
                detail: "\(plan.inTime) of \(plan.needed) pledged for delivery by \(by.text); \(missing) more, or "
                    + "pledged ones by then, would end it")
        }
    }

    /// Sites that run out of a commodity. Source: MODEL §§ 8 and 12.
    static func stockOuts(_ input: Input) -> [Alert] {
        let basis = input.basis
        var alerts: [Alert] = []
        for (index, commodity) in basis.factors.commodities.enumerated() {
            let unit = " \(commodity.value.unit)"
            for site in input.logistics.sites {
                guard let stock = site.supplies.stocks[index],
                    let since = first(basis, stock.short, above: 0)
                else { continue }
                let short = stock.short[since...].reduce(0, +)
                alerts.append(
                    Alert(
                        code: .stockOut, key: "\(site.site.id)/\(commodity.id)", since: since,
                        detail: "\(rounded(short))\(unit) short in all, from \(basis.date(since)); "
                            + remedy(stock, since, basis, unit: unit)))
            }
        }
        return alerts.sorted { bytesPrecede($0.key, $1.key) }
    }

    /// Before the next delivery something must be brought; after it only a lack of storage leaves anything short.
    private static func remedy(_ stock: SiteSupplies.Stock, _ since: Int, _ basis: Basis, unit: String) -> String {
        let resupply = Resupply(intervalDays: basis.factors[.resupplyIntervalDays], basis.horizon)
        let next = resupply.next(from: basis.horizon.now)
        var remedies: [String] = []
        let before = stock.short[min(since, next)..<min(next, stock.short.count)].reduce(0, +)
        if before > tolerance { remedies.append("\(rounded(before))\(unit) delivered by \(basis.date(since))") }
        if stock.short.dropFirst(next).contains(where: { $0 > tolerance }) {
            let most = stride(from: next, to: stock.use.count, by: resupply.interval)
                .map { stock.use[$0..<min($0 + resupply.interval, stock.use.count)].reduce(0, +) }.max()
            remedies.append("storage for \(rounded(most ?? 0))\(unit)")
        }
        return remedies.joined(separator: " and ") + " would end it"
    }

    /// Sites that are too small. Source: MODEL §§ 8 and 12.
    static func capacities(_ input: Input) -> [Alert] {
        let basis = input.basis
        let kinds: [(Code, Rows<LogisticsEstimate.Capacity>, String)] = [
            (.beds, input.estimate.beds, "beds"), (.power, input.estimate.power, "kW"),
            (.classrooms, input.estimate.classrooms, "classrooms"),
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

    /// Funds that run out. Source: MODEL §§ 8 and 12.
    static func funds(_ input: Input) -> [Alert] {
        let basis = input.basis
        return input.estimate.funds.all.compactMap { row in
            guard input.logistics.money[ID(row.name)]?.hasMoney == true,
                let since = first(basis, row.value.balance.map { -$0 }, above: 0)
            else { return nil }
            let lowest = row.value.balance[since...].min() ?? 0
            return Alert(
                code: .fundShort, key: row.name, since: since,
                detail: "EUR \(rounded(-lowest)) short at the worst, from \(basis.date(since)); "
                    + "EUR \(rounded(-lowest)) more pledged to it would end it")
        }
    }
}
