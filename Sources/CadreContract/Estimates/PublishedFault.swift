/// A member of a published document that violates the contract: the node has another version, or is not Cadre.
public struct PublishedFault: Error, Equatable, Sendable, CustomStringConvertible {
    /// The name of the estimate, or the topic of another document.
    public let document: String
    /// The path of the member, such as `bySite.hq.required[2]`; empty for the document itself.
    public let member: String
    public let expected: String
    public let found: String

    init(_ document: String, member: String, expected: String, found: String) {
        self.document = document
        self.member = member
        self.expected = expected
        self.found = found
    }

    init(_ document: String, _ fault: MemberFault) {
        self.init(document, member: fault.path, expected: fault.expected, found: fault.found)
    }

    /// The member, with the expected and the found value.
    public var detail: String {
        let path = member.isEmpty ? document : "\(document): \(member)"
        return "\(path): expected \(expected), found \(found)"
    }

    /// The detail with a remedy.
    public var description: String { "\(detail); install the same version of Cadre here and on the node" }
}
