/// An error: an answer does not have the form that the contract gives it. Another kind of server, or another version,
/// sent it.
public struct AnswerFault: Error, Equatable, Sendable, CustomStringConvertible {
    public let description: String

    init(_ description: String) {
        self.description = description
    }

    init(_ fault: MemberFault) {
        let place = fault.path.isEmpty ? "the result" : "result.\(fault.path)"
        description = "\(place): expected \(fault.expected), found \(fault.found)"
    }
}
