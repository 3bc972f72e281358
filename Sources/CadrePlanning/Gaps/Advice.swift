extension GapsEstimate {
    /// The pledge that would close a shortfall from the day on which one can be available. Source: MODEL § 10.
    struct Closing: Sendable {
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

    /// A pledge to be tried, new or with a caveat lifted.
    struct Candidate: Sendable {
        fileprivate let step: Advice.Step
        fileprivate let id: ID<Pledge>
        fileprivate let pledge: Pledge
    }

    /// Returns the pledges and the lifted caveats that might help. Source: MODEL § 10.
    static func candidates(_ trial: TrialPlan, _ closings: [Closing]) -> [Candidate] {
        let pledges = closings.prefix(PlanningLimits.shortfallsTriedMax).map { closing in
            Candidate(
                step: .pledge(
                    shortfall: closing.shortfall, quantity: closing.shortfall.peak, from: closing.from,
                    until: closing.until), id: ID("XXX/~"), pledge: closing.pledge)
        }
        return pledges + caveats(trial.basis, trial.offered)
    }

    /// Returns what a candidate gains, found by planning with it; `nil` if it gains nothing.
    static func advice(
        _ candidate: Candidate, _ trial: TrialPlan, _ before: Outcome, isStopped: () -> Bool
    ) throws(Superseded) -> Advice? {
        guard let after = try trial.outcome(with: [(candidate.id, candidate.pledge)], isStopped: isStopped) else {
            return nil
        }
        let gain = after.gain(over: before)
        return gain.isAny ? Advice(step: candidate.step, gain: gain) : nil
    }

    /// Returns the most helpful advice. Of equal advice the first comes first.
    static func best(_ advice: [Advice]) -> [Advice] {
        advice.enumerated().sorted { a, b in
            if a.element.gain.graduates != b.element.gain.graduates {
                return a.element.gain.graduates > b.element.gain.graduates
            }
            return a.element.gain.isMore(than: b.element.gain) ?? (a.offset < b.offset)
        }.prefix(PlanningLimits.adviceMax).map(\.element)
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
