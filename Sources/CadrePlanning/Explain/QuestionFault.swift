/// Why a question has no answer: the member that is wrong, and what would do. Source: CONTRACT § 6, errors.
public enum QuestionFault: Error, Equatable, Sendable {
    /// Not a period of the horizon, which has so many.
    case period(Int, periods: Int)
    /// Nothing of that name is in the plan, or it has no such figure; `known` would do, in order of name.
    case unknown(Question.Member, name: String, known: [String])
    /// The figure needs it; `known` would do, in order of name.
    case missing(Question.Member, known: [String])
    /// The figure is not narrowed by it.
    case unfit(Question.Member, Question.Figure)

    /// Names told of those that would do: enough to find one's mistake, no flood from a mission of thousands.
    private static let namesToldMax = 20

    /// The member that is wrong.
    public var member: Question.Member {
        switch self {
        case .period: .period
        case .unknown(let member, _, _), .missing(let member, _), .unfit(let member, _): member
        }
    }

    /// What would do.
    public var expected: String {
        switch self {
        case .period(_, let periods): "0 to \(periods - 1)"
        case .unknown(_, _, let known), .missing(_, let known): QuestionFault.oneOf(known)
        case .unfit(_, let figure):
            "no \(member.rawValue), but "
                + figure.narrowings.map(\.rawValue).joined(separator: " and ")
        }
    }

    /// What is wrong, in a few words.
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
