import CadreJSON

/// The params of one control method, and the answer that they get, declared by tables. Source: CONTRACT § 6.
///
/// From the tables follow what a node reads and writes, what a client writes and reads, the JSON Schema and the tables
/// of the documentation.
///
/// ```swift
/// let answer = try await client.answer(to: PlanGet(mission: ID("ntm-i"), kind: .pledge))
/// ```
public protocol MethodParams: Equatable, Sendable {
    associatedtype Answer: Sendable

    static var method: ControlMethod { get }
    /// One line about the method, without full stop.
    static var summary: String { get }
    /// The members of `params`, all others refused and `null` as absent.
    static var table: ObjectTable<Self> { get }
    /// The form of `result`.
    static var answer: Form<Answer> { get }
}

extension MethodParams {
    /// Reads the `params` of a request.
    /// - Parameter params: The member, or `nil` if the request has none.
    /// - Throws: A ``ControlError`` that names the first member that is wrong.
    init(reading params: JSONValue?) throws(ControlError) {
        do throws(MemberFault) {
            if let params, !params.isNull {
                self = try Self.table.read(params.document, params.node)
            } else {
                self = try Self.table.read(.emptyObject, .root)
            }
        } catch {
            throw ControlError(error)
        }
    }

    /// Reads a result.
    public static func answer(reading value: JSONValue) throws(AnswerFault) -> Answer {
        do throws(MemberFault) {
            return try answer.read(value.document, value.node)
        } catch {
            throw AnswerFault(error)
        }
    }
}

extension ControlError {
    fileprivate init(_ fault: MemberFault) {
        let member = fault.path.isEmpty ? "params" : "params.\(fault.path)"
        let reason = fault.found == MemberFault.nothing ? "\(member) is missing" : "\(member) is \(fault.found)"
        self.init(
            .invalidParams, reason: fault.path.isEmpty ? "params: \(fault.found)" : reason, member: member,
            expected: fault.expected)
    }
}
