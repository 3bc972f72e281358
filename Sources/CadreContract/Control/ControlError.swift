import CadreJSON
import CadrePlanning

/// Why a request on `control` was not carried out. Source: CONTRACT § 6, JSON-RPC 2.0.
///
/// ```swift
/// catch where error.code == .busy { try again }
/// catch { print("\(error.reason); give \(error.expected ?? "another request")") }
/// ```
public struct ControlError: Error, Equatable, Sendable {
    /// A number of JSON-RPC's or ours; a later daemon may know more of them.
    public struct Code: RawRepresentable, Hashable, Sendable {
        public let rawValue: Int

        public init(rawValue: Int) {
            self.rawValue = rawValue
        }

        public static let notJSON = Code(rawValue: -32_700)
        public static let invalidRequest = Code(rawValue: -32_600)
        public static let unknownMethod = Code(rawValue: -32_601)
        /// Also an estimate, a revision or a figure that there is not.
        public static let invalidParams = Code(rawValue: -32_602)
        /// The node failed, not the caller.
        public static let internalError = Code(rawValue: -32_603)
        public static let notAuthorised = Code(rawValue: -32_001)
        public static let unknownMission = Code(rawValue: -32_002)
        /// Try again: more is asked for than is carried out at once.
        public static let busy = Code(rawValue: -32_003)

        /// What JSON-RPC calls it.
        var message: String {
            switch self {
            case .notJSON: "Parse error"
            case .invalidRequest: "Invalid Request"
            case .unknownMethod: "Method not found"
            case .invalidParams: "Invalid params"
            case .notAuthorised: "Not authorised"
            case .unknownMission: "Unknown mission"
            case .busy: "Busy"
            default: "Internal error"
            }
        }
    }

    public var code: Code
    public var message: String
    /// What is wrong, in a sentence.
    public var reason: String
    /// The member of the request that is wrong, such as `params.revision`; `nil` where it is not about one.
    public var member: String?
    /// What would do.
    public var expected: String?

    public init(_ code: Code, reason: String, member: String? = nil, expected: String? = nil, message: String? = nil) {
        self.code = code
        self.message = message ?? code.message
        self.reason = reason
        self.member = member
        self.expected = expected
    }

    /// A wrong member of `params`, or one that names what there is not.
    public static func invalidParam(_ name: String, reason: String, expected: String) -> ControlError {
        ControlError(.invalidParams, reason: reason, member: "params.\(name)", expected: expected)
    }

    public static var unknownMission: ControlError {
        ControlError(
            .unknownMission, reason: "there are no events of this mission", member: "params.mission",
            expected: "a mission of node.status")
    }
}

extension ControlError: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("code", code.rawValue)
            $0.member("message", message)
            $0.member("data") {
                $0.object {
                    $0.member("reason", reason)
                    $0.member("member", member)
                    $0.member("expected", expected)
                }
            }
        }
    }

    /// - Returns: `nil` where `value` is no error of JSON-RPC. Its `data` may be missing: other servers have none.
    init?(reading value: JSONValue) {
        guard let code = value["code"]?.integer, let message = value["message"]?.text else { return nil }
        let data = value["data"]
        self.init(
            Code(rawValue: code), reason: data?["reason"]?.text ?? message, member: data?["member"]?.text,
            expected: data?["expected"]?.text, message: message)
    }
}
