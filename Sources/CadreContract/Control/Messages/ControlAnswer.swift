import CadreJSON

/// The answer to one request. Source: CONTRACT § 6, JSON-RPC 2.0 § 5.
public struct ControlAnswer: Sendable {
    /// The request's id, or null if the request could not be read.
    public let id: RequestID
    /// The result, or the error.
    public let outcome: Result<JSONValue, ControlError>

    /// Returns the bytes of an answer with a result.
    public static func bytes<Params: MethodParams>(
        to id: RequestID, of _: Params.Type, result: Params.Answer
    ) -> [UInt8] {
        bytes(to: id) {
            $0.name("result")
            Params.answer.write(result, &$0)
        }
    }

    /// Returns the bytes of an answer with an error.
    public static func bytes(to id: RequestID, error: ControlError) -> [UInt8] {
        bytes(to: id) { $0.member("error", error) }
    }

    /// Reads the answer of a node.
    /// - Parameter bytes: Of any length: an answer may be larger than a request.
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
