import CadreContract
import ZeroMQ

/// A failure to get an answer from a daemon.
public enum ClientError: Error, Equatable, Sendable {
    /// No daemon answers at the endpoint.
    case unreachable(endpoint: String, waited: Duration)
    /// A daemon answers there, but this request was never answered.
    case unanswered(endpoint: String)
    /// The daemon refused the request and gave a reason.
    case refused(ControlError)
    /// The answer follows another protocol or another version of the contract.
    case notUnderstood(endpoint: String, detail: String)
    /// The text is not an endpoint.
    case noEndpoint(String)
    /// The socket failed; the text contains the remedy.
    case socket(String)
}

extension ClientError: CustomStringConvertible {
    /// The cause and the remedy, in one line.
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
    /// Creates an error from one of the ZeroMQ layer, whose text already names the endpoint and the remedy.
    init(_ error: ZeroMQError) {
        self = error.code == .invalidEndpoint ? .noEndpoint("\(error)") : .socket("\(error)")
    }
}
