extension GapsEstimate {
    /// The pledges and the lifted caveats that would help most, each tried by planning anew. Source: MODEL § 10.
    static func advice(
        _ basis: Basis, _ plan: ScenarioPlan, _ shortfalls: [Shortfall], documents: StandingDocuments,
        defaults: [SourcedFactor], isStopped: () -> Bool
    ) throws(Superseded) -> [Advice] {
        let before = Outcome(basis, plan)
        var tried: [Advice] = []
        for candidate in pledges(basis, shortfalls) + caveats(basis, plan) {
            var changed = documents
            changed.overlay(candidate.document)
            guard var builder = BasisBuilder(changed, defaults: defaults) else { continue }
            let basis = builder.build()
            var solver = AssignmentSolver(eligibility: basis.eligibility)
            let plan = try ScenarioPlan(
                basis, Selection(basis, scenario: .offered), solver: &solver, depth: .filled, isStopped: isStopped)
            let gain = Outcome(basis, plan).gain(over: before)
            if gain.graduates > 0 || gain.personPeriods.contains(where: { $0 > 0 }) {
                tried.append(Advice(step: candidate.step, gain: gain))
            }
        }
        return tried.enumerated().sorted { a, b in
            if a.element.gain.graduates != b.element.gain.graduates {
                return a.element.gain.graduates > b.element.gain.graduates
            }
            for (mine, theirs) in zip(a.element.gain.personPeriods, b.element.gain.personPeriods) where mine != theirs {
                return mine > theirs
            }
            return a.offset < b.offset
        }.prefix(PlanningLimits.adviceMax).map(\.element)
    }

    private struct Candidate {
        let step: Advice.Step
        let document: Document
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
                document: .pledge(
                    ID("XXX/~"), Pledge(nation: ID("XXX"), status: .offered, offer: .personnel(people))))
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
            a.value != b.value ? a.value > b.value : a.key < b.key
        }
        return pledges.flatMap { index, _ -> [Candidate] in
            let entry = basis.pledges[index]
            guard case .personnel(let people) = entry.pledge.offer else { return [] }
            return people.caveats.set.map { name in
                var lifted = people
                lifted.caveats.lift(name)
                var pledge = entry.pledge
                pledge.offer = .personnel(lifted)
                return Candidate(
                    step: .caveat(pledge: entry.id, name), document: .pledge(entry.id, pledge))
            }
        }.prefix(PlanningLimits.caveatsTriedMax).map { $0 }
    }
}

extension Caveats {
    /// The caveats that are set to something, in the order of MODEL § 7.
    var set: [Name] {
        Name.allCases.filter { name in
            switch name {
            case .sites: !sites.isEmpty
            case .notSites: !notSites.isEmpty
            case .maxThreat: maxThreat != nil
            case .notAudiences: !notAudiences.isEmpty
            case .elements: !elements.isEmpty
            case .abroadOnly: abroadOnly
            }
        }
    }

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
