/// A member of a published estimate that is not as the contract has it: the node is of another version, or not Cadre.
public struct EstimateFault: Error, Equatable, Sendable, CustomStringConvertible {
    public let estimate: EstimateName
    /// The path of the member, such as `bySite.hq.required[2]`; empty for `data` itself.
    public let member: String
    public let expected: String
    public let found: String

    /// The member, and what was expected of it.
    public var detail: String {
        let path = member.isEmpty ? estimate.text : "\(estimate.text): \(member)"
        return "\(path): expected \(expected), found \(found)"
    }

    /// The detail with a remedy.
    public var description: String { "\(detail); install the same version of Cadre here and on the node" }
}
