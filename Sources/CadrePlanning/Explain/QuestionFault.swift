/// The reason why a question has no answer: the wrong member, and the valid values. Source: CONTRACT § 6, errors.
public enum QuestionFault: Error, Equatable, Sendable {
    /// A period outside the horizon, which has `periods` periods.
    case period(Int, periods: Int)
    /// A name that is unknown in the plan, or that has no such figure; `known` are the valid ones, in order of name.
    case unknown(Question.Member, name: String, known: [String])
    /// A member that the figure needs; `known` are the valid ones, in order of name.
    case missing(Question.Member, known: [String])
    /// A member that does not narrow the figure.
    case unfit(Question.Member, Question.Figure)

    /// The number of valid names listed: enough to find one's mistake, no flood from a mission of thousands.
    private static let namesToldMax = 20

    /// The wrong member.
    public var member: Question.Member {
        switch self {
        case .period: .period
        case .unknown(let member, _, _), .missing(let member, _), .unfit(let member, _): member
        }
    }

    /// The valid values.
    public var expected: String {
        switch self {
        case .period(_, let periods): "0 to \(periods - 1)"
        case .unknown(_, _, let known), .missing(_, let known): QuestionFault.oneOf(known)
        case .unfit(_, let figure):
            "no \(member.rawValue), but "
                + figure.narrowings.map(\.rawValue).joined(separator: " and ")
        }
    }

    /// The fault in a few words.
    public var reason: String {
        switch self {
        case .period(let period, _): "period \(period) is outside the horizon"
        case .unknown(let member, let name, _): "\(member.rawValue) \(name) is not known here"
        case .missing(let member, _): "\(member.rawValue) is missing"
        case .unfit(let member, let figure): "\(figure.rawValue) is not narrowed by \(member.rawValue)"
        }
    }

    private static func oneOf(_ names: [String]) -> String {
        guard !names.isEmpty else { return "none: the plan has none" }
        let told = names.prefix(namesToldMax).joined(separator: ", ")
        return names.count > namesToldMax ? "one of \(names.count): \(told) …" : "one of \(told)"
    }
}
