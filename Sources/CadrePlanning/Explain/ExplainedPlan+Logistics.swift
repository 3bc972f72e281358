extension ExplainedPlan {
    /// The use of a commodity by people, sites and beginning courses. Source: MODEL § 8.
    /// - Parameter site: In theatre; `nil` for all that are.
    func use(commodity index: Int, site: Int?, in period: Int) -> Explanation {
        let commodity = basis.factors.commodities[index]
        var value = 0.0
        var parts: [Explanation.Part] = []
        for (entry, supplies) in step.logistics.sites where site.map({ $0 == entry.number }) ?? true {
            guard let stock = supplies.stocks[index] else {
                parts.append(
                    .init(
                        "hosted at \(entry.id)", .real(0), basis: "provided there by somebody else",
                        source: "MODEL § 6", provenance.cause(.site, entry.id.text)))
                continue
            }
            value += stock.use[period]
            parts += rates(of: commodity, at: entry, in: period) + students(commodity, at: entry, in: period)
        }
        return Explanation(value: .real(value), unit: commodity.value.unit, parts: parts)
    }

    /// Returns the use of people and of the site itself; empty if the site has no people or the rate is 0.
    private func rates(
        of commodity: FactorTable.Named<CommodityName, Commodity>, at entry: SiteEntry, in period: Int
    ) -> [Explanation.Part] {
        let population = step.logistics.population[entry.number][period]
        let terms = SupplyUse(
            commodity.value, climate: entry.site.climate, periodDays: basis.horizon.periodDays
        ).terms(population: population, students: 0)
        let posts = step.figures[period].sites.first { $0.number == entry.number }?.count.filled ?? 0
        let unit = commodity.value.unit
        let factor = "commodity.\(commodity.id)"
        func part(_ label: String, _ amount: Double, rate: Double, _ text: String) -> Explanation.Part? {
            guard amount > 0 else { return nil }
            return .init(
                "\(label) at \(entry.id)", .real(amount),
                basis: "\(basis.horizon.periodDays) days · \(numberText(rate)) \(unit)\(text)",
                source: provenance.source("MODEL § 8", factor: factor), provenance.cause(.factor, factor))
        }
        var persons = " · \(population) persons"
        if population > posts { persons += " (\(posts) in posts, \(population - posts) students)" }
        return [
            part("people", terms.people, rate: commodity.value.perPersonDay[entry.site.climate], persons),
            part("site rate", terms.site, rate: commodity.value.perSiteDay, ""),
        ].compactMap { $0 }
    }

    /// The use by course whose own runs begin there in the period.
    private func students(
        _ commodity: FactorTable.Named<CommodityName, Commodity>, at entry: SiteEntry, in period: Int
    ) -> [Explanation.Part] {
        var runs: [Int: [(run: CourseRun, students: Int)]] = [:]
        for (index, run) in plan.training.runs.enumerated()
        where !run.isProvided && run.site == entry.number && run.first == period {
            runs[run.course.number, default: []].append((run, plan.outcomes[index].students))
        }
        return basis.courses.compactMap { course in
            guard let begun = runs[course.number], let quantity = course.perStudent[commodity.id], quantity > 0 else {
                return nil
            }
            let students = begun.reduce(0) { $0 + $1.students }
            let names = begun.map { "\($0.students) in run \($0.run.name)" }.joined(separator: ", ")
            return .init(
                "students beginning course \(course.id) at \(entry.id)", .real(quantity * Double(students)),
                basis: "\(numberText(quantity)) \(commodity.value.unit) · \(students) students (\(names))",
                source: "MODEL § 8", provenance.cause(.course, course.id.text))
        }
    }

    /// The weight that must be brought, by site and commodity. Source: MODEL § 8, lift.
    func lift(site: Int?, in period: Int) -> Explanation {
        var value = 0.0
        var parts: [Explanation.Part] = []
        for (entry, supplies) in step.logistics.sites where site.map({ $0 == entry.number }) ?? true {
            value += supplies.kg[period]
            for (index, commodity) in basis.factors.commodities.enumerated() {
                guard let delivered = supplies.stocks[index]?.delivered[period], delivered > 0 else { continue }
                let kg = commodity.value.kgBrought(delivered)
                guard kg > 0 else { continue }
                let factor = "commodity.\(commodity.id)"
                parts.append(
                    .init(
                        "\(commodity.id) to \(entry.id)", .real(kg),
                        basis: "\(roundedText(delivered)) \(commodity.value.unit) delivered · "
                            + "\(numberText(commodity.value.kgPerUnit)) kg · \(numberText(commodity.value.lifted)) "
                            + "from outside; \(supplies.loads[period]) "
                            + (entry.site.route == .road ? "truck loads" : "sorties") + " to the site",
                        source: provenance.source("MODEL § 8", factor: factor), provenance.cause(.factor, factor)))
            }
        }
        return Explanation(value: .real(value), unit: "kg", parts: parts)
    }
}
