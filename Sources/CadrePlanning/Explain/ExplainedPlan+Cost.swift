extension ExplainedPlan {
    /// The cost by kind, and within it by nation, site, run or pledge. Source: MODEL § 8, money.
    /// - Parameter periods: One period, or all of the horizon.
    func cost(_ target: Target.Cost, in periods: Range<Int>) -> Explanation {
        if let fund = target.fund { return charges(fund, target, in: periods) }
        var parts: [Explanation.Part] = []
        for kind in CostKind.allCases where target.kind.map({ $0 == kind }) ?? true {
            // Only people are counted by nation.
            if target.nation != nil, kind != .personnel { continue }
            switch kind {
            case .personnel: parts += personnel(target, in: periods)
            case .supplies: parts += supplies(target, in: periods)
            case .lift: parts += lift(target, in: periods)
            case .training: parts += training(target, in: periods)
            case .trainingAbroad: parts += trainingAbroad(target, in: periods)
            case .sales: parts += sales(target, in: periods)
            }
        }
        let value =
            if target.site == nil, target.nation == nil {
                CostKind.allCases.filter { kind in target.kind.map { $0 == kind } ?? true }
                    .reduce(0) { $0 + sum(step.logistics.costs[$1] ?? [], periods) }
            } else {
                parts.reduce(0) { $0 + $1.value.number }
            }
        return Explanation(value: .real(value), unit: "EUR", parts: parts)
    }

    private func sum(_ series: [Double], _ periods: Range<Int>) -> Double {
        series[periods.clamped(to: series.indices)].reduce(0, +)
    }

    private func part(
        _ label: String, _ amount: Double, _ text: String, factor: ScalarFactor?, _ cause: Provenance.Cause
    ) -> Explanation.Part {
        .init(
            label, .real(amount), basis: text,
            source: factor.map { provenance.source("MODEL § 8", factor: $0.rawValue) } ?? "MODEL § 8", cause)
    }

    private func cause(of factor: ScalarFactor) -> Provenance.Cause { provenance.cause(.factor, factor.rawValue) }

    /// Returns the people by site if a site is requested, else by nation.
    private func personnel(_ target: Target.Cost, in periods: Range<Int>) -> [Explanation.Part] {
        let rates = CostRates(basis.factors, periodDays: basis.horizon.periodDays)
        func part(_ label: String, _ persons: Int) -> Explanation.Part? {
            guard persons > 0 else { return nil }
            return self.part(
                "personnel \(label)", rates.personnel(persons),
                "\(persons) person-periods · \(basis.horizon.periodDays) days · "
                    + "EUR \(numberText(basis.factors[.costPersonDay]))",
                factor: .costPersonDay, cause(of: .costPersonDay))
        }
        if let site = target.site {
            guard target.nation == nil else { return [] }
            let persons = periods.reduce(0) { sum, period in
                sum + (step.figures[period].sites.first { $0.number == site }?.count.filled ?? 0)
            }
            return [part("at \(basis.id(ofSite: site))", persons)].compactMap { $0 }
        }
        return step.estimates.force.byNation.all.compactMap { row in
            if let nation = target.nation, basis.id(ofNation: nation).text != row.name { return nil }
            return part("of \(row.name)", row.value[periods].reduce(0, +))
        }
    }

    private func supplies(_ target: Target.Cost, in periods: Range<Int>) -> [Explanation.Part] {
        step.logistics.sites.compactMap { entry, supplies in
            guard target.site.map({ $0 == entry.number }) ?? true else { return nil }
            let amount = sum(supplies.supplyCost, periods)
            return amount > 0
                ? part(
                    "supplies of \(entry.id)", amount, "what is delivered · its unit cost", factor: nil,
                    provenance.cause(.site, entry.id.text)) : nil
        }
    }

    private func lift(_ target: Target.Cost, in periods: Range<Int>) -> [Explanation.Part] {
        var parts: [Explanation.Part] = []
        for (entry, supplies) in step.logistics.sites where target.site.map({ $0 == entry.number }) ?? true {
            let loads = supplies.loads[periods].reduce(0, +)
            guard loads > 0 else { continue }
            let isByRoad = entry.site.route == .road
            let factor: ScalarFactor = isByRoad ? .costTruckLoad : .costSortie
            parts.append(
                part(
                    "lift to \(entry.id)", sum(supplies.liftCost, periods),
                    "\(loads) \(isByRoad ? "truck loads" : "sorties") · EUR \(numberText(basis.factors[factor]))",
                    factor: factor, cause(of: factor)))
        }
        let sorties = step.logistics.sorties[periods].reduce(0, +)
        if target.site == nil, sorties > 0 {
            let rates = CostRates(basis.factors, periodDays: basis.horizon.periodDays)
            parts.append(
                part(
                    "passengers", rates.passengers(sorties: sorties),
                    "\(sorties) sorties · EUR \(numberText(basis.factors[.costSortie]))",
                    factor: .costSortie, cause(of: .costSortie)))
        }
        return parts
    }

    /// Returns the cost of training by course and site.
    private func training(_ target: Target.Cost, in periods: Range<Int>) -> [Explanation.Part] {
        struct Place: Hashable {
            let course: Int
            let site: Int
        }
        let rates = CostRates(basis.factors, periodDays: basis.horizon.periodDays)
        var sums: [Place: (students: Int, runs: Int, amount: Double)] = [:]
        for (index, run) in plan.training.runs.enumerated()
        where !run.isProvided && periods.contains(run.first) && target.site.map({ $0 == run.site }) ?? true {
            let students = plan.outcomes[index].students
            let place = Place(course: run.course.number, site: run.site)
            let before = sums[place] ?? (0, 0, 0)
            sums[place] = (
                before.students + students, before.runs + 1,
                before.amount + rates.training(students: students, days: run.course.days)
            )
        }
        return basis.courses.flatMap { course in
            basis.sites.compactMap { site in
                guard let sum = sums[Place(course: course.number, site: site.number)], sum.amount > 0 else {
                    return nil
                }
                return part(
                    "course \(course.id) at \(site.id)", sum.amount,
                    "\(sum.students) students in \(sum.runs) runs · \(course.days) days · "
                        + "EUR \(numberText(basis.factors[.costStudentDay]))",
                    factor: .costStudentDay, provenance.cause(.course, course.id.text))
            }
        }
    }

    private func trainingAbroad(_ target: Target.Cost, in periods: Range<Int>) -> [Explanation.Part] {
        guard target.site == nil else { return [] }
        let rates = CostRates(basis.factors, periodDays: basis.horizon.periodDays)
        return plan.training.taken.filter { periods.contains($0.startPeriod) }.map { taken in
            let days = taken.demand.course.days
            return part(
                "places \(taken.pledge.id) for demand \(taken.demand.id)",
                rates.abroad(places: taken.places, days: days),
                "\(taken.places) places · (EUR \(numberText(basis.factors[.costStudentTravel])) + \(days) days · "
                    + "EUR \(numberText(basis.factors[.costStudentDayAbroad])))",
                factor: .costStudentDayAbroad, provenance.cause(.pledge, taken.pledge.id.text))
        }
    }

    private func sales(_ target: Target.Cost, in periods: Range<Int>) -> [Explanation.Part] {
        guard target.site == nil else { return [] }
        return step.logistics.sales.filter { periods.contains($0.period) && $0.cost > 0 }.map { sale in
            part(
                "sale \(sale.pledge.id) of \(sale.item)", sale.cost, "quantity · unit cost of the item", factor: nil,
                provenance.cause(.pledge, sale.pledge.id.text))
        }
    }

    /// The charges of a fund, by kind. Source: MODEL § 8, money.
    private func charges(_ index: Int, _ target: Target.Cost, in periods: Range<Int>) -> Explanation {
        let charge = step.logistics.charges.charges[index]
        guard target.site == nil, target.nation == nil else {
            return Explanation(value: .real(0), unit: "EUR", parts: [])
        }
        let factor = "fund.\(charge.fund)"
        let parts = charge.shares.compactMap { kind, share -> Explanation.Part? in
            guard target.kind.map({ $0 == kind }) ?? true else { return nil }
            let whole = sum(step.logistics.costs[kind] ?? [], periods)
            return .init(
                "\(share == 1 ? "all" : roundedText(share)) of \(kind.rawValue)", .real(share * whole),
                basis: "\(roundedText(share)) · EUR \(roundedText(whole))",
                source: provenance.source("MODEL § 8", factor: factor), provenance.cause(.factor, factor))
        }
        return Explanation(value: .real(parts.reduce(0) { $0 + $1.value.number }), unit: "EUR", parts: parts)
    }
}
