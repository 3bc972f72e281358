import CadreJSON
import CadrePlanning

/// An error: a request on `control` was not executed. Source: CONTRACT § 6, JSON-RPC 2.0.
///
/// ```swift
/// catch where error.code == .busy { try again }
/// catch { print("\(error.reason); give \(error.expected ?? "another request")") }
/// ```
public struct ControlError: Error, Equatable, Sendable {
    /// A code of JSON-RPC or of Cadre; a later daemon may send others.
    public struct Code: RawRepresentable, Hashable, Sendable {
        public let rawValue: Int

        public init(rawValue: Int) {
            self.rawValue = rawValue
        }

        public static let notJSON = Code(rawValue: -32_700)
        public static let invalidRequest = Code(rawValue: -32_600)
        public static let unknownMethod = Code(rawValue: -32_601)
        public static let invalidParams = Code(rawValue: -32_602)
        public static let internalError = Code(rawValue: -32_603)
        public static let notAuthorised = Code(rawValue: -32_001)
        public static let unknownMission = Code(rawValue: -32_002)
        public static let busy = Code(rawValue: -32_003)

        /// The codes that this version sends, each with its message and its meaning.
        static let known: [(code: Code, message: String, meaning: String)] = [
            (.notJSON, "Parse error", "no JSON"),
            (.invalidRequest, "Invalid Request", "no request"),
            (.unknownMethod, "Method not found", "no such method"),
            (.invalidParams, "Invalid params", "invalid params, or an unknown estimate, revision or figure"),
            (.internalError, "Internal error", "a failure of the node"),
            (.notAuthorised, "Not authorised", "not authorised"),
            (.unknownMission, "Unknown mission", "unknown mission"),
            (.busy, "Busy", "busy: try again"),
        ]

        var message: String { Self.known.first { $0.code == self }?.message ?? "Internal error" }
    }

    public var code: Code
    public var message: String
    /// The cause, in a sentence.
    public var reason: String
    /// The member of the request that is wrong, such as `params.revision`, or `nil`.
    public var member: String?
    /// The remedy.
    public var expected: String?

    public init(_ code: Code, reason: String, member: String? = nil, expected: String? = nil, message: String? = nil) {
        self.code = code
        self.message = message ?? code.message
        self.reason = reason
        self.member = member
        self.expected = expected
    }

    /// Creates the error for a member of `params` that is wrong, or that names something unknown.
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
            $0.member("data") { $0.object { Self.data.write(self, to: &$0) } }
        }
    }

    /// Reads an error, also one of another server, whose `data` may be absent or of another form.
    /// - Returns: The error, or `nil` if `value` is no error of JSON-RPC.
    init?(reading value: JSONValue) {
        guard let code = value["code"]?.integer, let message = value["message"]?.text else { return nil }
        self.init(Code(rawValue: code), reason: message, message: message)
        guard let data = value["data"], let read = try? Self.data.read(data.document, data.node) else { return }
        reason = read.reason
        member = read.member
        expected = read.expected
    }

    /// The members of `data`.
    static let data = ObjectTable(
        "errorData", "The cause and the remedy", from: ControlError(.internalError, reason: ""),
        fields: [
            .required("reason", \.reason, .anyText, "The cause, in a sentence"),
            .required("member", \.member, .nullable(.anyText), "The member of the request that is wrong, or null"),
            .required("expected", \.expected, .nullable(.anyText), "The remedy, or null"),
        ])
}
