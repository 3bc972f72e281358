extension ExplainedPlan {
    /// Graduates by run, the completed ones first, then by places abroad. Source: MODEL § 4.
    func graduates(course: Int?, in period: Int) -> Explanation {
        var completed: [Explanation.Part] = []
        var expected: [Explanation.Part] = []
        for (index, run) in plan.training.runs.enumerated()
        where run.graduationPeriod(basis.horizon) == period && course.map({ $0 == run.course }) ?? true {
            if run.actual == nil {
                expected.append(part(ofRun: index))
            } else {
                completed.append(part(ofRun: index))
            }
        }
        let abroad = plan.training.taken.filter { taken in
            taken.endPeriod == period && course.map { $0 == basis.demands[taken.demand].course } ?? true
        }
        let rows = TrainingEstimate(basis, plan).byCourse
        let published =
            if let course {
                rows[basis.courses[course].id.text]?.graduates[period] ?? 0
            } else {
                rows.all.reduce(0) { $0 + $1.value.graduates[period] }
            }
        return Explanation(
            value: .real(published), unit: "graduates", parts: completed + expected + abroad.map(part))
    }

    private func part(ofRun index: Int) -> Explanation.Part {
        let run = plan.training.runs[index]
        let text: String
        if let actual = run.actual {
            text = "\(actual.graduates) actual graduates"
        } else {
            let staffing = plan.staffing.atEnd[index]
            let students = Staffing.students(seats: run.seats, staffing: staffing)
            text =
                "\(students) students (seats \(run.seats) · staffing \(roundedText(staffing)))"
                + " · pass rate \(numberText(basis.courses[run.course].passRate))"
        }
        return Explanation.Part(
            label: "run \(run.name)", value: .real(plan.graduates[index]), basis: text, source: "MODEL § 4",
            event: provenance.event(of: run, basis))
    }

    private func part(ofPlaces taken: TrainingPlan.Taken) -> Explanation.Part {
        let demand = basis.demands[taken.demand]
        let pledge = basis.pledges[taken.pledge].id
        return Explanation.Part(
            label: "places \(pledge) for demand \(demand.id)", value: .real(taken.graduates),
            basis: "\(taken.places) places · pass rate \(numberText(basis.courses[demand.course].passRate))",
            source: "MODEL § 4", event: provenance.event(.pledge, pledge.text))
    }
}
