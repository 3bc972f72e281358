extension ExplainedPlan {
    /// What people, sites and beginning courses use of a commodity. Source: MODEL § 8.
    /// - Parameter site: In theatre; `nil`: all that are.
    func use(commodity: Int, site: Int?, in period: Int) -> Explanation {
        let named = basis.factors.commodities[commodity]
        let published = LogisticsPlan(basis, plan).estimate.commodities[named.id.text]
        var value = 0.0
        var parts: [Explanation.Part] = []
        for index in basis.sites.indices where site.map({ $0 == index }) ?? basis.inTheatre[index] {
            let entry = basis.sites[index]
            guard plan.selection.isOwn(entry.hostedCommodities[commodity]) else {
                parts.append(
                    Explanation.Part(
                        label: "hosted at \(entry.id)", value: .real(0), basis: "provided there by somebody else",
                        source: "MODEL § 6", event: provenance.event(.site, entry.id.text)))
                continue
            }
            value += published?[entry.id.text]?.use[period] ?? 0
            parts += rates(of: named, at: index, in: period) + students(commodity, at: index, in: period)
        }
        return Explanation(value: .real(value), unit: named.value.unit, parts: parts)
    }

    /// By people and by the site itself; nothing where nobody is or the rate is 0.
    private func rates(
        of commodity: FactorTable.Named<CommodityName, Commodity>, at site: Int, in period: Int
    ) -> [Explanation.Part] {
        let planned = plan.periods[period]
        let population = planned.population[site]
        guard population > 0 else { return [] }
        let posts = planned.groups.reduce(0) { $1.site == site ? $0 + $1.filled : $0 }
        let entry = basis.sites[site]
        let days = basis.horizon.periodDays
        let unit = commodity.value.unit
        let factor = "commodity.\(commodity.id)"
        func part(_ label: String, rate: Double, times persons: Int, _ text: String) -> Explanation.Part? {
            guard rate > 0 else { return nil }
            return Explanation.Part(
                label: "\(label) at \(entry.id)", value: .real(Double(days) * rate * Double(persons)),
                basis: "\(days) days · \(numberText(rate)) \(unit)\(text)",
                source: provenance.source("MODEL § 8", factor: factor), event: provenance.event(.factor, factor))
        }
        var persons = " · \(population) persons"
        if population > posts { persons += " (\(posts) in posts, \(population - posts) students)" }
        let byPeople = part(
            "people", rate: commodity.value.perPersonDay[entry.site.climate], times: population, persons)
        let bySite = part("site rate", rate: commodity.value.perSiteDay, times: 1, "")
        return [byPeople, bySite].compactMap { $0 }
    }

    /// By course whose own runs begin there in the period.
    private func students(_ commodity: Int, at site: Int, in period: Int) -> [Explanation.Part] {
        var runs: [Int: [(name: String, students: Int)]] = [:]
        for (index, run) in plan.training.runs.enumerated()
        where !run.isProvided && run.site == site && run.first == period {
            let students = Staffing.students(seats: run.seats, staffing: plan.staffing.atStart[index])
            runs[run.course, default: []].append((run.name, students))
        }
        return runs.keys.sorted().flatMap { course in
            let entry = basis.courses[course]
            let students = runs[course]?.reduce(0) { $0 + $1.students } ?? 0
            let names = runs[course]?.map { "\($0.students) in run \($0.name)" }.joined(separator: ", ") ?? ""
            let unit = basis.factors.commodities[commodity].value.unit
            return entry.perStudent.filter { $0.commodity == commodity && $0.quantity > 0 }.map { _, quantity in
                Explanation.Part(
                    label: "students beginning course \(entry.id) at \(basis.sites[site].id)",
                    value: .real(quantity * Double(students)),
                    basis: "\(numberText(quantity)) \(unit) · \(students) students (\(names))", source: "MODEL § 8",
                    event: provenance.event(.course, entry.id.text))
            }
        }
    }
}
