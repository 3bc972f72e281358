import CadreContract
import ZeroMQ

/// Why a daemon could not be spoken to, or what it answered instead of what was asked for.
public enum ClientError: Error, Equatable, Sendable {
    /// Nobody answers there.
    case unreachable(endpoint: String, waited: Duration)
    /// The daemon is there, but this request was never answered.
    case unanswered(endpoint: String)
    /// The daemon answered why not.
    case refused(ControlError)
    /// What answered speaks something else, or another version of the contract.
    case notUnderstood(endpoint: String, detail: String)
    /// The text is no endpoint.
    case noEndpoint(String)
    /// The socket failed; with what to mend.
    case socket(String)
}

extension ClientError: CustomStringConvertible {
    /// What is wrong and what to mend, in a line.
    public var description: String {
        switch self {
        case .unreachable(let endpoint, let waited):
            "no daemon answers at \(endpoint) (waited \(waited.components.seconds) s); "
                + "start one with `cadre serve`, or name the endpoint where one listens"
        case .unanswered(let endpoint):
            "the daemon at \(endpoint) does not answer this request; look at its log and at `cadre status`"
        case .refused(let error):
            "\(error.member.map { "\($0): " } ?? "")\(error.reason)\(error.expected.map { "; give \($0)" } ?? "")"
        case .notUnderstood(let endpoint, let detail):
            "\(endpoint) answers in words that this version does not understand: \(detail); "
                + "is it the control endpoint of a Cadre of this version?"
        case .noEndpoint(let text): text
        case .socket(let text): text
        }
    }
}

extension ClientError {
    /// An error of the ZeroMQ layer, whose words say already which endpoint and what to mend.
    init(_ error: ZeroMQError) {
        self = error.code == .invalidEndpoint ? .noEndpoint("\(error)") : .socket("\(error)")
    }
}
