import CadreJSON

/// A request on `control`: its method with params, and the id of its answer. Source: CONTRACT § 6.
public struct ControlRequest: Equatable, Sendable {
    /// The framing of a request, which decides whether one without an id needs an answer.
    public enum Framing: Sendable {
        /// An empty frame precedes the request, as REQ sends it: the peer cannot continue without an answer.
        case req
        /// The request alone, as DEALER sends it.
        case dealer
    }

    /// A message that is no valid request.
    public struct Refusal: Error, Equatable, Sendable {
        /// The id of the answer, or `nil` for a notification, which gets none.
        public var id: RequestID?
        public var error: ControlError
    }

    /// The id, or `nil` for a notification, which is executed without an answer.
    public let id: RequestID?
    public let call: ControlCall

    public init(id: RequestID?, call: ControlCall) {
        self.id = id
        self.call = call
    }

    /// Reads a request. Authorisation, and whether the mission exists, are not checked.
    /// - Parameter bytes: The frame, of at most `limits.messageBytesMax`.
    /// - Throws: The first fault.
    public init(
        reading bytes: [UInt8], framing: Framing, limits: ContractLimits = ContractLimits()
    ) throws(Refusal) {
        let value: JSONValue
        do throws(ControlError) {
            value = try Self.parse(bytes, limits)
        } catch {
            throw Refusal(id: .null, error: error)  // JSON-RPC 2.0, § 5: null where the id could not be read
        }
        id = try Self.id(of: value)
        let method: String
        do throws(ControlError) {
            method = try Self.method(of: value)
        } catch {
            throw Refusal(id: id ?? .null, error: error)  // an invalid request is no notification
        }
        guard id != nil || framing == .dealer else { throw Refusal(id: .null, error: Self.missingID) }
        do throws(ControlError) {
            call = try Self.call(method, value["params"])
        } catch {
            throw Refusal(id: id, error: error)
        }
    }

    /// The bytes to send.
    public var bytes: [UInt8] { call.params.request(id: id) }

    private static let idExpected = "a text, a number or null"
    private static let missingID = ControlError(
        .invalidRequest, reason: "there is no id to answer by", member: "id", expected: idExpected)

    /// Returns the id, or `nil` if there is none.
    private static func id(of value: JSONValue) throws(Refusal) -> RequestID? {
        guard let member = value["id"] else { return nil }
        guard let id = RequestID(reading: member) else {
            let error = ControlError(
                .invalidRequest, reason: "id is of a wrong type", member: "id", expected: idExpected)
            throw Refusal(id: .null, error: error)
        }
        return id
    }

    private static func parse(_ bytes: [UInt8], _ limits: ContractLimits) throws(ControlError) -> JSONValue {
        guard bytes.count <= limits.messageBytesMax else {
            throw ControlError(
                .invalidRequest, reason: "\(bytes.count) bytes are too many",
                expected: "at most \(limits.messageBytesMax) bytes; submit in parts")
        }
        let value: JSONValue
        do throws(JSONFault) {
            value = try JSONValue(parsing: bytes, depthMax: ControlLimits.depthMax)
        } catch {
            throw ControlError(.notJSON, reason: "\(error)", expected: "a JSON-RPC 2.0 request")
        }
        switch value.kind {
        case .object: return value
        case .list:
            throw ControlError(
                .invalidRequest, reason: "batches are refused", expected: "one request; event.submit takes many events")
        case .null, .boolean, .number, .text:
            throw ControlError(.invalidRequest, reason: "the request is no object", expected: "a JSON-RPC 2.0 request")
        }
    }

    /// Returns the name of the method.
    private static func method(of value: JSONValue) throws(ControlError) -> String {
        guard value["jsonrpc"]?.text == "2.0" else {
            throw ControlError(
                .invalidRequest, reason: "jsonrpc does not name the version", member: "jsonrpc", expected: #""2.0""#)
        }
        guard let name = value["method"]?.text else {
            throw ControlError(
                .invalidRequest, reason: "no method is named", member: "method", expected: "the name of a method")
        }
        return name
    }

    private static func call(_ name: String, _ params: JSONValue?) throws(ControlError) -> ControlCall {
        guard let method = ControlMethod(rawValue: name) else {
            throw ControlError(
                .unknownMethod, reason: "there is no such method", member: "method",
                expected: ControlMethod.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return try ControlCall(method, reading: params)
    }
}

extension MethodParams {
    /// Returns the bytes of a request with these params.
    /// - Parameter id: The id, or `nil` for a notification.
    public func request(id: RequestID?) -> [UInt8] {
        var writer = JSONWriter(capacity: 256)
        writer.object {
            $0.member("jsonrpc", "2.0")
            if let id { $0.member("id", id) }
            $0.member("method", Self.method.rawValue)
            $0.name("params")
            $0.object { Self.table.write(self, to: &$0) }
        }
        return writer.bytes
    }
}
