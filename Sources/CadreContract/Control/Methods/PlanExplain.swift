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

    /// The figure as it was published, with its parts.
    public struct Answer: Equatable, Sendable {
        public var mission: ID<Mission>
        public var revision: Int
        public var asOf: Instant
        public var question: Question
        /// The first day of the question's period, or `nil` for the whole horizon.
        public var date: Day?
        public var explanation: Explanation

        public init(head: EstimateHead, question: Question, explanation: Explanation) {
            mission = head.mission
            revision = head.revision
            asOf = head.asOf
            self.question = question
            date = question.period.map { Day(number: head.start.number + $0 * head.periodDays) }
            self.explanation = explanation
        }
    }
}

extension PlanExplain: MethodParams {
    public static let method = ControlMethod.planExplain
    public static let summary = "Returns a published figure and the parts that add up to it"

    public static let table = ObjectTable(
        "params", "A figure, and what narrows it",
        from: PlanExplain(mission: ID(""), question: .empty), rules: [.periodOfQuestion(\.question), .oneMoment],
        nullIsAbsent: true, isClosed: true,
        fields: [.required("mission", \.mission, .mission, "The mission")]
            + Question.fields.map { .part(\.question, $0) } + ObjectField.moment(\.at))

    public static let answer = Form<Answer>.object(
        ObjectTable(
            "result", "A figure as it was published, with its parts",
            from: Answer(head: .empty, question: .empty, explanation: .empty), rules: [.periodOfQuestion(\.question)],
            fields: [
                .required("mission", \.mission, .mission, "The mission"),
                .required("revision", \.revision, .revision, "The journal sequence of the newest event covered"),
                .required("asOf", \.asOf, .time, "The mission's clock"),
            ] + Question.fields.map { .part(\.question, $0) } + [
                .optional("date", \.date, .date, "The first day of the period"),
                .required("value", \.explanation.value, .figure, "The figure as it was published"),
                .required(
                    "unit", \.explanation.unit, .anyText,
                    "Persons, graduates, kilograms, EUR, the commodity's unit, or empty for a share"),
                .required(
                    "parts", \.explanation.parts, .entries(of: .object(Explanation.Part.table)),
                    "They add up to the value"),
            ]))
}

extension ControlError {
    /// Creates the error for a question that the plan cannot answer.
    public init(_ fault: QuestionFault) {
        self = .invalidParam(fault.member.rawValue, reason: fault.reason, expected: fault.expected)
    }
}

extension Question {
    static let empty = Question(.forceRequired, scenario: .offered, period: nil)

    /// The members of a question.
    static let fields: [ObjectField<Question>] = [
        .required("scenario", \.scenario, .word, "The scenario"),
        .required("figure", \.figure, .word, "The figure"),
        .optional("period", \.period, .natural, "The period, from 0; by default the whole horizon"),
        .optional("site", \.site, .anyName, "The site, for figures of force and logistics"),
        .optional("capability", \.capability, .anyName, "The capability that posts ask for, for figures of force"),
        .optional("course", \.course, .anyName, "The course, for `training.graduates`"),
        .optional("commodity", \.commodity, .anyName, "The commodity, which `logistics.use` needs"),
        .optional("run", \.run, .anyText, "The run, or `DEMAND#n` of a planned one, which `training.staffing` needs"),
        .optional("kind", \.kind, .word, "The kind of cost, for `logistics.cost`"),
        .optional("nation", \.nation, .anyName, "The nation of the personnel, for `logistics.cost`"),
        .optional("fund", \.fund, .anyName, "The fund that pays, for `logistics.cost`"),
    ]
}

extension Rule {
    /// A period is required for figures that are not of the whole horizon.
    static func periodOfQuestion(_ path: StoredProperty<Root, Question>.Path) -> Rule {
        let question = StoredProperty(path)
        let words = Question.Figure.allCases.filter { !$0.isOfHorizon }.map(\.rawValue)
        let period = FieldDescription("period", Form<Int>.natural.shape, .required, "")
        return Rule(
            "`period` is required for \(words.map { "`\($0)`" }.joined(separator: ", "))",
            conditions: [.when("figure", isOneOf: words, [period])]
        ) { root throws(MemberFault) in
            let question = question.value(of: root)
            guard question.period == nil, !question.figure.isOfHorizon else { return }
            throw .missing("period", Form<Int>.natural.shape)
        }
    }
}

extension Explanation {
    static let empty = Explanation(value: .whole(0), unit: "", parts: [])
}

extension Explanation.Part {
    static let table = ObjectTable(
        "part", "One summand of a figure",
        from: Self(label: "", value: .whole(0), basis: "", source: "", event: nil),
        fields: [
            .required("label", \.label, .anyText, "The cause: a line, run, rule, pledge or factor"),
            .required("value", \.value, .figure, "The summand"),
            .required("basis", \.basis, .anyText, "The derivation of the value, with its numbers"),
            .required("source", \.source, .anyText, "The section of the model, and a factor's own source"),
            .required(
                "event", \.event, .nullable(.anyText),
                "The id of the event that last set it; null for a default of Cadre"),
            .optional("note", \.note, .anyText, "The note or source text of that event"),
        ])
}

extension Form where Value == Explanation.Value {
    /// Persons are whole; graduates and quantities need not be.
    static let figure = Form(.number(.finite)) { json, node in
        guard let number = json.number(node) else { return nil }
        return number.integer.flatMap { Int(exactly: $0) }.map { .whole($0) } ?? .real(number.double)
    } write: { value, writer in
        switch value {
        case .whole(let number): writer.value(number)
        case .real(let number): writer.value(number)
        }
    }
}
