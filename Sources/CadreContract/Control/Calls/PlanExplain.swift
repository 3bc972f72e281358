import CadreJSON
import CadrePlanning

/// `plan.explain`: a figure and the parts that it is the sum of. Source: CONTRACT § 6; MODEL § 11.
public struct PlanExplain: Equatable, Sendable {
    public var mission: ID<Mission>
    public var question: Question
    public var at: PlanMoment

    public init(mission: ID<Mission>, question: Question, at: PlanMoment = .newest) {
        self.mission = mission
        self.question = question
        self.at = at
    }

    init(reading params: ControlParams) throws(ControlError) {
        try params.allow(
            "mission", "scenario", "figure", "period", "site", "capability", "course", "commodity", "run", "kind",
            "nation", "fund", "revision", "asOf")
        mission = try params.mission()
        let figure: Question.Figure = try params.choice("figure")
        let scenario: Scenario = try params.choice("scenario")
        let periodExpected = "a period: a whole number from 0"
        let period = try params.integer("period", in: 0...Int.max, expected: periodExpected)
        guard period != nil || figure.isOfHorizon else { throw params.missing("period", periodExpected) }
        question = Question(figure, scenario: scenario, period: period)
        question.site = try params.text("site", expected: "a site").map { ID($0) }
        question.course = try params.text("course", expected: "a course").map { ID($0) }
        question.commodity = try params.text("commodity", expected: "a commodity").map { ID($0) }
        question.capability = try params.text("capability", expected: "a capability").map { Capability($0) }
        question.run = try params.text("run", expected: "a run, or DEMAND#n of a planned one")
        question.kind = try params.choiceIfAny("kind")
        question.nation = try params.text("nation", expected: "a nation").map { ID($0) }
        question.fund = try params.text("fund", expected: "a fund").map { ID($0) }
        at = try params.moment()
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.member("mission", mission)
        writer.members(of: question)
        writer.members(of: at)
    }

    /// The figure as it was published, with its parts.
    public struct Answer: Sendable {
        public var head: EstimateHead
        public var question: Question
        public var explanation: Explanation

        public init(head: EstimateHead, question: Question, explanation: Explanation) {
            self.head = head
            self.question = question
            self.explanation = explanation
        }
    }
}

extension ControlError {
    /// A question that the plan has no answer to.
    public init(_ fault: QuestionFault) {
        self = .invalidParam(fault.member.rawValue, reason: fault.reason, expected: fault.expected)
    }
}

extension ControlParams {
    /// Returns one of a few names.
    fileprivate func choice<Choice: RawRepresentable & CaseIterable>(
        _ name: String
    ) throws(ControlError) -> Choice where Choice.RawValue == String {
        guard let choice: Choice = try choiceIfAny(name) else {
            throw missing(name, Choice.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return choice
    }

    /// Returns one of a few names, or `nil` if the member is not given.
    fileprivate func choiceIfAny<Choice: RawRepresentable & CaseIterable>(
        _ name: String
    ) throws(ControlError) -> Choice? where Choice.RawValue == String {
        let expected = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        guard let text = try text(name, expected: expected) else { return nil }
        guard let choice = Choice(rawValue: text) else { throw wrong(name, expected) }
        return choice
    }
}

extension JSONWriter {
    fileprivate mutating func members(of question: Question) {
        member("scenario", question.scenario.rawValue)
        member("figure", question.figure.rawValue)
        if let period = question.period { member("period", period) }
        if let site = question.site { member("site", site) }
        if let capability = question.capability { member("capability", capability.description) }
        if let course = question.course { member("course", course) }
        if let commodity = question.commodity { member("commodity", commodity) }
        if let run = question.run { member("run", run) }
        if let kind = question.kind { member("kind", kind.rawValue) }
        if let nation = question.nation { member("nation", nation) }
        if let fund = question.fund { member("fund", fund) }
    }
}

extension PlanExplain.Answer: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("mission", head.mission)
            $0.member("revision", head.revision)
            $0.member("asOf", head.asOf)
            $0.members(of: question)
            if let period = question.period { $0.member("date", head.firstDay(of: period)) }
            $0.member("value", explanation.value)
            $0.member("unit", explanation.unit)
            $0.member("parts", explanation.parts)
        }
    }
}

extension EstimateHead {
    fileprivate func firstDay(of period: Int) -> Day {
        Day(number: start.number + period * periodDays)
    }
}

extension Explanation.Value: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        switch self {
        case .whole(let number): number.write(to: &writer)
        case .real(let number): number.write(to: &writer)
        }
    }
}

extension Explanation.Part: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("label", label)
            $0.member("value", value)
            $0.member("basis", basis)
            $0.member("source", source)
            $0.member("event", event)
            if let note { $0.member("note", note) }
        }
    }
}
