extension GapsEstimate {
    /// The pledge that would close a shortfall from the day on which one can be available. Source: MODEL § 10.
    struct Closing {
        let shortfall: Shortfall
        let from: Day
        let until: Day

        /// Returns the closing pledges of the first shortfalls that last long enough for one.
        static func all(_ basis: Basis, _ shortfalls: [Shortfall]) -> [Closing] {
            let horizon = basis.horizon
            let ready = max(horizon.now, basis.clockPeriod + horizon.periodsCovering(days: basis.factors[.leadDays]))
            return shortfalls.filter { $0.until > ready }.map { shortfall in
                Closing(
                    shortfall: shortfall, from: horizon.firstDay(of: max(shortfall.from, ready)),
                    until: horizon.firstDay(of: shortfall.until))
            }
        }

        var pledge: Pledge {
            Pledge(
                nation: ID("XXX"), status: .offered,
                offer: .personnel(
                    .init(capability: shortfall.capability, quantity: shortfall.peak, from: from, until: until)))
        }
    }

    /// Returns the pledges and the lifted caveats that would help most, each found by planning with it.
    /// Source: MODEL § 10.
    static func advice(
        _ trial: TrialPlan, _ closings: [Closing], isStopped: @escaping () -> Bool
    ) throws(Superseded) -> [Advice] {
        let before = Outcome(trial.basis, trial.offered)
        var found: [Advice] = []
        let pledges = closings.prefix(PlanningLimits.shortfallsTriedMax).map { closing in
            Candidate(
                step: .pledge(
                    shortfall: closing.shortfall, quantity: closing.shortfall.peak, from: closing.from,
                    until: closing.until), id: ID("XXX/~"), pledge: closing.pledge)
        }
        for candidate in pledges + caveats(trial.basis, trial.offered) {
            guard let after = try trial.outcome(with: [(candidate.id, candidate.pledge)], isStopped: isStopped)
            else { continue }
            let gain = after.gain(over: before)
            if gain.isAny { found.append(Advice(step: candidate.step, gain: gain)) }
        }
        return found.enumerated().sorted { a, b in
            if a.element.gain.graduates != b.element.gain.graduates {
                return a.element.gain.graduates > b.element.gain.graduates
            }
            return a.element.gain.isMore(than: b.element.gain) ?? (a.offset < b.offset)
        }.prefix(PlanningLimits.adviceMax).map(\.element)
    }

    private struct Candidate {
        let step: Advice.Step
        let id: ID<Pledge>
        let pledge: Pledge
    }

    private static func caveats(_ basis: Basis, _ plan: ScenarioPlan) -> [Candidate] {
        var surplus: [Int: Int] = [:]
        for period in plan.periods.dropFirst(basis.horizon.now) {
            for (index, supply) in period.supplies.enumerated() {
                surplus[supply.pledge, default: 0] += supply.persons - period.used[index]
            }
        }
        let pledges = basis.pledges.filter { surplus[$0.number] ?? 0 > 0 }.sorted { a, b in
            let (x, y) = (surplus[a.number] ?? 0, surplus[b.number] ?? 0)
            return x != y ? x > y : a.id < b.id
        }
        return pledges.flatMap { entry -> [Candidate] in
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
