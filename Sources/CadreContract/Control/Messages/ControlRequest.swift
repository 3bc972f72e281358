import CadreJSON

/// One request on `control`: what is asked for, and by what id the answer goes back. Source: CONTRACT § 6.
public struct ControlRequest: Equatable, Sendable {
    /// How a request came, which decides whether one without an id waits for an answer.
    public enum Envelope: Sendable {
        /// An empty frame stands before the request, as REQ sends it: the peer cannot go on before it is answered.
        case req
        /// The request alone, as DEALER sends it.
        case dealer
    }

    /// What could not be read as a request.
    public struct Refusal: Error, Equatable, Sendable {
        /// By what to answer; `nil`: a notification, to which nothing is said.
        public var id: RequestID?
        public var error: ControlError
    }

    /// `nil`: a notification, carried out and not answered.
    public let id: RequestID?
    public let call: ControlCall

    public init(id: RequestID?, call: ControlCall) {
        self.id = id
        self.call = call
    }

    /// Reads one request. Whether the caller may, and whether there is such a mission, is not judged.
    /// - Parameter bytes: The frame, at most `limits.messageBytesMax` of it.
    /// - Throws: What is wrong with the first thing that is wrong.
    public init(
        reading bytes: [UInt8], envelope: Envelope, limits: ContractLimits = ContractLimits()
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
            throw Refusal(id: id ?? .null, error: error)  // what is no request is no notification either
        }
        guard id != nil || envelope == .dealer else { throw Refusal(id: .null, error: Self.missingID) }
        do throws(ControlError) {
            call = try Self.call(method, value["params"])
        } catch {
            throw Refusal(id: id, error: error)
        }
    }

    /// As it is sent.
    public var bytes: [UInt8] {
        var writer = JSONWriter(capacity: 256)
        writer.object {
            $0.member("jsonrpc", "2.0")
            if let id { $0.member("id", id) }
            $0.member("method", call.method.rawValue)
            $0.member("params", call)
        }
        return writer.bytes
    }

    private static let idExpected = "a text, a number or null"
    private static let missingID = ControlError(
        .invalidRequest, reason: "there is no id to answer by", member: "id", expected: idExpected)

    /// `nil` where there is none.
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

    /// The method's name, of what is a request at all.
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
        return try ControlCall(method, reading: ControlParams(params))
    }
}
