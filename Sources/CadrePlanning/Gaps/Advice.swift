extension GapsEstimate {
    /// The pledges and the lifted caveats that would help most, each tried by planning with it. Source: MODEL § 10.
    static func advice(
        _ basis: Basis, _ plan: ScenarioPlan, _ shortfalls: [Shortfall], documents: StandingDocuments,
        defaults: [SourcedFactor], isStopped: () -> Bool
    ) throws(Superseded) -> [Advice] {
        let before = Outcome(basis, plan)
        var found: [Advice] = []
        for candidate in pledges(basis, shortfalls) + caveats(basis, plan) {
            var changed = documents
            changed.overlay(.pledge(candidate.id, candidate.pledge))
            guard let (basis, plan) = try tried(candidate.id, changed, basis, plan, defaults, isStopped: isStopped)
            else { continue }
            let gain = Outcome(basis, plan).gain(over: before)
            if gain.graduates > 0 || gain.personPeriods.contains(where: { $0 > 0 }) {
                found.append(Advice(step: candidate.step, gain: gain))
            }
        }
        return found.enumerated().sorted { a, b in
            if a.element.gain.graduates != b.element.gain.graduates {
                return a.element.gain.graduates > b.element.gain.graduates
            }
            for (mine, theirs) in zip(a.element.gain.personPeriods, b.element.gain.personPeriods) where mine != theirs {
                return mine > theirs
            }
            return a.offset < b.offset
        }.prefix(PlanningLimits.adviceMax).map(\.element)
    }

    /// The `offered` plan after a change of one pledge, as far as it takes to see what it brings.
    private static func tried(
        _ id: ID<Pledge>, _ documents: StandingDocuments, _ basis: Basis, _ plan: ScenarioPlan,
        _ defaults: [SourcedFactor], isStopped: () -> Bool
    ) throws(Superseded) -> (Basis, ScenarioPlan)? {
        if let (changed, pledges) = basis.replacing([id], in: documents) {
            let selection = Selection(changed, scenario: .offered)
            var solver = AssignmentSolver(eligibility: changed.eligibility)
            var difference = ScenarioPlan.Difference()
            return (
                changed,
                try ScenarioPlan(
                    changed, selection, after: plan, of: basis, changed: pledges, solver: &solver, depth: .filled,
                    difference: &difference, isStopped: isStopped)
            )
        }
        guard var builder = BasisBuilder(documents, defaults: defaults) else { return nil }
        let changed = builder.build()
        var solver = AssignmentSolver(eligibility: changed.eligibility)
        return (
            changed,
            try ScenarioPlan(
                changed, Selection(changed, scenario: .offered), solver: &solver, depth: .filled, isStopped: isStopped)
        )
    }

    private struct Candidate {
        let step: Advice.Step
        let id: ID<Pledge>
        let pledge: Pledge
    }

    private static func pledges(_ basis: Basis, _ shortfalls: [Shortfall]) -> [Candidate] {
        let horizon = basis.horizon
        let earliest = horizon.now + horizon.periodsCovering(days: basis.factors[.leadDays])
        return shortfalls.filter { $0.until > earliest }.prefix(PlanningLimits.shortfallsTriedMax).map { shortfall in
            let from = horizon.firstDay(of: max(shortfall.from, earliest))
            let until = horizon.firstDay(of: shortfall.until)
            let people = Pledge.Personnel(
                capability: shortfall.capability, quantity: shortfall.peak, from: from, until: until)
            return Candidate(
                step: .pledge(shortfall: shortfall, quantity: shortfall.peak, from: from, until: until),
                id: ID("XXX/~"), pledge: Pledge(nation: ID("XXX"), status: .offered, offer: .personnel(people)))
        }
    }

    private static func caveats(_ basis: Basis, _ plan: ScenarioPlan) -> [Candidate] {
        var surplus: [Int: Int] = [:]
        for period in plan.periods.dropFirst(basis.horizon.now) {
            for (index, supply) in period.supplies.enumerated() {
                surplus[supply.pledge, default: 0] += supply.persons - period.totals.used[index]
            }
        }
        let pledges = surplus.filter { $0.value > 0 }.sorted { a, b in
            a.value != b.value ? a.value > b.value : basis.pledges[a.key].id < basis.pledges[b.key].id
        }
        return pledges.flatMap { index, _ -> [Candidate] in
            let entry = basis.pledges[index]
            guard case .personnel(let people) = entry.pledge.offer else { return [] }
            return people.caveats.set.map { name in
                var lifted = people
                lifted.caveats.lift(name)
                var pledge = entry.pledge
                pledge.offer = .personnel(lifted)
                return Candidate(step: .caveat(pledge: entry.id, name), id: entry.id, pledge: pledge)
            }
        }.prefix(PlanningLimits.caveatsTriedMax).map { $0 }
    }
}

extension Caveats {
    mutating func lift(_ name: Name) {
        switch name {
        case .sites: sites = []
        case .notSites: notSites = []
        case .maxThreat: maxThreat = nil
        case .notAudiences: notAudiences = []
        case .elements: elements = []
        case .abroadOnly: abroadOnly = false
        }
    }
}
