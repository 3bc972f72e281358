import CadreJSON

/// The answer to one request. Source: CONTRACT § 6, JSON-RPC 2.0 § 5.
public struct ControlAnswer: Sendable {
    /// The request's own, or null where that could not be read.
    public let id: RequestID
    /// What was asked for, or why it is not given.
    public let outcome: Result<JSONValue, ControlError>

    /// The bytes of an answer that gives what was asked for.
    public static func bytes(to id: RequestID, result: some JSONWritable) -> [UInt8] {
        bytes(to: id) { $0.member("result", result) }
    }

    /// The bytes of an answer that says why not.
    public static func bytes(to id: RequestID, error: ControlError) -> [UInt8] {
        bytes(to: id) { $0.member("error", error) }
    }

    /// Reads what a node answered.
    /// - Parameter bytes: Of any length: a node may answer with more than it receives.
    public init(reading bytes: [UInt8]) throws(AnswerFault) {
        let value: JSONValue
        do throws(JSONFault) {
            value = try JSONValue(parsing: bytes, depthMax: ControlLimits.answerDepthMax)
        } catch {
            throw AnswerFault("the answer is no JSON: \(error)")
        }
        guard value["jsonrpc"]?.text == "2.0", let id = value["id"].flatMap(RequestID.init(reading:)) else {
            throw AnswerFault("the answer is not of JSON-RPC 2.0: is this a control endpoint of Cadre?")
        }
        self.id = id
        switch (value["result"], value["error"]) {
        case (let result?, nil): outcome = .success(result)
        case (nil, let error?):
            guard let error = ControlError(reading: error) else { throw AnswerFault("error has no code or message") }
            outcome = .failure(error)
        default: throw AnswerFault("the answer has not one of result and error")
        }
    }

    private static func bytes(to id: RequestID, _ outcome: (inout JSONWriter) -> Void) -> [UInt8] {
        var writer = JSONWriter()
        writer.object {
            $0.member("jsonrpc", "2.0")
            $0.member("id", id)
            outcome(&$0)
        }
        return writer.bytes
    }
}

/// An answer that is not of the shape that the contract gives it: another kind of server, or another version.
public struct AnswerFault: Error, Equatable, Sendable, CustomStringConvertible {
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}

extension JSONValue {
    /// The member of a result, by a reader that gives `nil` where it is of a wrong kind.
    func answered<Value>(_ name: String, _ reader: (JSONValue) -> Value?) throws(AnswerFault) -> Value {
        guard let member = self[name] else { throw AnswerFault("\(name) is missing") }
        guard let value = reader(member) else { throw AnswerFault("\(name) is of a wrong type") }
        return value
    }

    /// As `answered`, of a member that may be missing or null.
    func answeredIfAny<Value>(_ name: String, _ reader: (JSONValue) -> Value?) throws(AnswerFault) -> Value? {
        guard let member = self[name], !member.isNull else { return nil }
        guard let value = reader(member) else { throw AnswerFault("\(name) is of a wrong type") }
        return value
    }

    /// The elements of a member that is a list, each by `reader`.
    func answeredList<Value>(
        _ name: String, _ reader: (JSONValue) throws(AnswerFault) -> Value
    ) throws(AnswerFault) -> [Value] {
        var values: [Value] = []
        for element in try answered(name, \.elements) { values.append(try reader(element)) }
        return values
    }
}
