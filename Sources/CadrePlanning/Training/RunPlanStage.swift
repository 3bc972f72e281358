/// Plans the runs of a demand. Key: the number of the demand.
enum RunPlanStage: Stage {
    struct Input: Equatable, Sendable {
        let demand: DemandEntry
        let site: Int
        /// The graduates still wanted after those done and in hand.
        let open: Double
        let horizon: Horizon
    }

    static func compute(_ input: Input, _ tools: inout NoTools) -> RunPlan {
        let entry = input.demand
        let demand = entry.demand
        let course = entry.course
        let horizon = input.horizon
        let count = ceilWhole(input.open / (Double(course.seats) * course.passRate))
        guard count > 0 else { return RunPlan() }
        let first = max(horizon.period(of: demand.from), horizon.now)
        let last = min(horizon.period(of: demand.by), horizon.periods)
        let slots = last - first < course.duration ? 0 : (last - first - course.duration) / course.pace + 1
        guard slots > 0, count <= PlanningLimits.runsPerDemandMax else { return RunPlan(isInfeasible: true) }
        let tracks = (count + slots - 1) / slots
        let needs = course.instructors.map { $0.need(seats: course.seats) }
        return RunPlan(
            runs: (0..<count).map { number in
                CourseRun(
                    entry, site: input.site, number: number, track: number % tracks,
                    first: first + number / tracks * course.pace, needs: needs)
            })
    }
}
