extension ExplainedPlan {
    /// The graduates by run, completed ones first, then by places abroad. Source: MODEL § 4.
    /// - Parameter periods: One period, or all of the horizon.
    func graduates(course: Int?, in periods: Range<Int>) -> Explanation {
        var completed: [Explanation.Part] = []
        var planned: [Explanation.Part] = []
        var total = 0.0
        for (index, run) in plan.training.runs.enumerated() {
            guard let period = run.graduationPeriod(basis.horizon), periods.contains(period),
                course.map({ $0 == run.course.number }) ?? true
            else { continue }
            total += plan.outcomes[index].graduates
            if run.actual == nil { planned.append(part(ofRun: index)) } else { completed.append(part(ofRun: index)) }
        }
        var abroad: [Explanation.Part] = []
        for taken in plan.training.taken
        where periods.contains(taken.endPeriod) && course.map({ $0 == taken.demand.course.number }) ?? true {
            total += taken.graduates
            abroad.append(part(ofPlaces: taken))
        }
        return Explanation(value: .real(total), unit: "graduates", parts: completed + planned + abroad)
    }

    private func part(ofRun index: Int) -> Explanation.Part {
        let run = plan.training.runs[index]
        let outcome = plan.outcomes[index]
        let text =
            if let actual = run.actual {
                "\(actual.graduates) actual graduates"
            } else {
                "\(outcome.students) students (seats \(run.seats) · staffing \(roundedText(outcome.staffing)))"
                    + " · pass rate \(numberText(run.course.passRate))"
            }
        return .init(
            "run \(run.name)", .real(outcome.graduates), basis: text, source: "MODEL § 4",
            provenance.cause(of: run, basis))
    }

    private func part(ofPlaces taken: TakenPlaces) -> Explanation.Part {
        .init(
            "places \(taken.pledge.id) for demand \(taken.demand.id)", .real(taken.graduates),
            basis: "\(taken.places) places · pass rate \(numberText(taken.demand.course.passRate))",
            source: "MODEL § 4", provenance.cause(.pledge, taken.pledge.id.text))
    }

    /// A number of consecutive periods in which a run is taught to the same share.
    private struct Spell {
        let first: Int
        var last: Int
        let ratio: Double
        let limit: Teaching.Run.Limit
        let isPast: Bool
    }

    /// The staffing of a run as the mean of its periods: which entry or gate held it down, and when. Source: MODEL § 4.
    func staffing(run index: Int) -> Explanation {
        let run = plan.training.runs[index]
        let window = run.window(basis.horizon)
        var spells: [Spell] = []
        for period in window {
            guard let place = plan.periods[period].runs.firstIndex(where: { $0.key == run.key }) else { continue }
            let taught = plan.periods[period].teaching.runs[place]
            let isPast = RunOutcome.countsAsTaught(period, of: run, basis.horizon)
            let ratio = RunOutcome.counted(taught.ratio, of: run, in: period, basis.horizon)
            let limit = isPast ? .none : taught.limit
            if let last = spells.last, last.ratio == ratio, last.limit == limit, last.isPast == isPast {
                spells[spells.count - 1].last = period
            } else {
                spells.append(Spell(first: period, last: period, ratio: ratio, limit: limit, isPast: isPast))
            }
        }
        let parts = spells.map { spell in
            let count = spell.last - spell.first + 1
            return Explanation.Part(
                "from \(basis.date(spell.first)) until \(basis.date(spell.last + 1))",
                .real(spell.ratio * Double(count) / Double(window.count)),
                basis: "\(count) of \(window.count) periods · \(roundedText(spell.ratio)) taught: "
                    + reason(spell, run), source: "MODEL § 4", provenance.cause(of: run, basis))
        }
        return Explanation(value: .real(plan.outcomes[index].staffing), unit: "share", parts: parts)
    }

    private func reason(_ spell: Spell, _ run: CourseRun) -> String {
        if spell.isPast { return "a past period counts as taught" }
        switch spell.limit {
        case .none: return run.isProvided ? "given by somebody else" : "all instructors there"
        case .entry(let entry):
            return "short of \(basis.capability(run.course.instructors[entry].capability))"
        case .gate(let place, let entry):
            let gate = plan.periods[spell.first].teaching.gates.first { $0.site == run.site && $0.place == place }
            let value = gate.map { roundedText($0.values[SiteLoad.index(run.priority)]) } ?? ""
            return "\(plan.rules.codes[place]) at \(basis.id(ofSite: run.site)) suffices for \(value) of "
                + "\(basis.capability(run.course.instructors[entry].capability))"
        }
    }
}
