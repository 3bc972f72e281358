import CadreContract
import CadrePlanning

/// Answers what is asked of plans: as they are, as they were, as they would be, and why. Every answer is computed on
/// a thread of its own, so that no question keeps a new plan waiting. Source: CONTRACT § 6.
actor QuestionDesk {
    let missions: MissionDirectory
    let journal: JournaledPast
    private let settings: PlanningSettings
    private let executor: PlanningExecutor
    private let past: PastPlans
    /// How submissions are read.
    private let reading: SharedReading
    private let limits: EntityLimits
    private var waiting = 0

    init(
        missions: MissionDirectory, journal: JournaledPast, settings: PlanningSettings, executor: PlanningExecutor,
        reading: SharedReading, limits: EntityLimits
    ) {
        self.missions = missions
        self.journal = journal
        self.settings = settings
        self.executor = executor
        self.reading = reading
        self.limits = limits
        past = PastPlans(journal: journal, settings: settings, executor: executor)
    }

    // MARK: As it is and as it was

    func estimate(_ get: EstimateGet) async throws(ControlError) -> EstimateGet.Answer {
        let mission = try await find(get.mission)
        let plan: ComputedPlan?
        if get.at == .newest {
            plan = await mission.newestPlan(with: get.name)
        } else {
            plan = try await past.plan(of: get.mission, at: get.at, for: get.name, newest: await mission.revision)
        }
        guard let plan else { throw .undefined }
        guard let estimate = plan[get.name] else { throw .notSampled(get.name) }
        return estimate.data(plan.head)
    }

    func explain(_ explain: PlanExplain) async throws(ControlError) -> PlanExplain.Answer {
        let mission = try await find(explain.mission)
        let planned: PlannedMission?
        if explain.at == .newest {
            planned = await mission.newestPlanned()
        } else {
            planned = try await past.plan(
                of: explain.mission, at: explain.at, for: nil, newest: await mission.revision)?.planned
        }
        guard let planned else { throw .undefined }
        let question = explain.question
        let outcome = try await compute { isStopped throws(Superseded) in
            try planned.explain(question, isStopped: isStopped)
        }
        switch outcome {
        case .success(let explanation):
            return PlanExplain.Answer(head: planned.estimates.head, question: question, explanation: explanation)
        case .failure(let fault): throw ControlError(fault)
        }
    }

    // MARK: As it would be

    func whatIf(_ whatIf: PlanWhatIf) async throws(ControlError) -> PlanWhatIf.Answer {
        let mission = try await find(whatIf.mission)
        try demandSamples(for: whatIf.names)
        let plan = await mission.newestPlanned()
        let current: CurrentDocuments
        if let plan { current = plan.documents } else { current = await mission.current }
        var trial = Trial(on: current, journal: journal, limits: limits)
        for (index, reading) in reading.reader.readings(of: whatIf.batch).enumerated() {
            try await trial.take(reading, at: index)
        }
        var before: PlanFigures?
        if let plan { before = try await figures(of: plan, whatIf.names) }
        var after = before
        if trial.isChanged { after = try await figures(of: trial.documents, whatIf.names, after: before) }
        let differences = try await compute { [before, after] _ throws(Superseded) in
            whatIf.names.map {
                PlanWhatIf.Difference(name: $0, before: before?[$0]?.value, after: after?[$0]?.value)
            }
        }
        return PlanWhatIf.Answer(estimates: differences, rejected: trial.rejected)
    }

    // MARK: What made it so

    func diff(_ diff: PlanDiff) async throws(ControlError) -> PlanDiff.Answer {
        _ = try await find(diff.mission)
        try demandSamples(for: diff.names)
        var documents = CurrentDocuments(mission: diff.mission)
        var between: [(event: ReceivedEvent, sequence: Int)] = []
        var count = 0
        let eventsMax =
            diff.names.contains { $0.work == .rangesAndGaps } ? DaemonLimits.deepDiffEvents : DaemonLimits.diffEvents
        try await journal.check(diff.from, named: "from")
        try await journal.replay(of: diff.mission, through: diff.to, named: "to") { event, sequence in
            if diff.from.covers(event, sequence) {
                documents.join(event.event, sequence: sequence)
            } else {
                count += 1
                if count <= eventsMax { between.append((event, sequence)) }
            }
        }
        guard count <= eventsMax else {
            throw .invalidParam(
                "to", reason: "there are \(count) events between the two",
                expected: "at most \(eventsMax) events between from and to")
        }
        let first = try await figures(of: documents, diff.names, after: nil)
        var last = first
        var shares: [PlanDiff.Share] = []
        for (received, sequence) in between {
            documents.join(received.event, sequence: sequence)
            let next = try await figures(of: documents, diff.names, after: last)
            let changes = diff.names.flatMap { name in
                PlanFigures.changes(last, next, name).map { PlanDiff.NamedChange(name: name, change: $0) }
            }
            shares.append(
                PlanDiff.Share(
                    stamp: received.event.stamp, type: received.type, sequence: sequence, changes: changes))
            last = next
        }
        return PlanDiff.Answer(
            estimates: diff.names.map { PlanDiff.Difference(name: $0, changes: PlanFigures.changes(first, last, $0)) },
            events: shares)
    }

    // MARK: Computing

    /// - Returns: `nil` where the mission is not defined.
    private func figures(
        of documents: CurrentDocuments, _ names: [EstimateName], after previous: PlanFigures?
    ) async throws(ControlError) -> PlanFigures? {
        let planned = try await inTurn { await executor.planned(documents, after: previous?.planned, for: .question) }
        guard let planned else { return nil }
        return try await figures(of: planned, names)
    }

    private func figures(
        of plan: PlannedMission, _ names: [EstimateName]
    ) async throws(ControlError) -> PlanFigures {
        let samples = settings.samples
        return try await compute { isStopped throws(Superseded) in
            try PlanFigures(plan, names, samples: samples, isStopped: isStopped)
        }
    }

    private func find(_ id: ID<Mission>) async throws(ControlError) -> MissionPlanner {
        guard let mission = await missions.find(id) else { throw .unknownMission }
        return mission
    }

    private func demandSamples(for names: [EstimateName]) throws(ControlError) {
        if settings.samples == 0, names.contains(.range) { throw .notSampled(.range, in: "names") }
    }

    private func compute<Value: Sendable>(
        _ work: @Sendable @escaping (_ isStopped: @Sendable () -> Bool) throws(Superseded) -> Value
    ) async throws(ControlError) -> Value {
        try await inTurn { await executor.run(for: .question, work) }
    }

    /// Unless too many wait already.
    /// - Parameter work: Gives `nil` when it was ended.
    private func inTurn<Value: Sendable>(_ work: () async -> Value?) async throws(ControlError) -> Value {
        guard waiting < DaemonLimits.questionsWaiting else {
            throw ControlError(.busy, reason: "\(waiting) answers are being computed", expected: "retry soon")
        }
        waiting += 1
        defer { waiting -= 1 }
        guard let value = await work() else {
            throw ControlError(.busy, reason: "the node is stopping", expected: "retry when it is ready again")
        }
        return value
    }
}

extension PlanMoment {
    /// Whether an event belongs to the state at this moment.
    fileprivate func covers(_ received: ReceivedEvent, _ sequence: Int) -> Bool {
        switch self {
        case .newest: true
        case .revision(let revision): sequence <= revision
        case .time(let time): !(time < received.event.stamp.time)
        }
    }
}

extension ControlError {
    fileprivate static var undefined: ControlError {
        .invalidParam(
            "mission", reason: "the estimate does not exist: the mission is not defined at that revision",
            expected: "a mission and revision with mission.defined")
    }

    fileprivate static func notSampled(_ name: EstimateName, in member: String = "name") -> ControlError {
        .invalidParam(
            member, reason: "\(name.text) does not exist: the node takes no samples, or is stopping",
            expected: "a node whose setting samples is above 0")
    }
}
