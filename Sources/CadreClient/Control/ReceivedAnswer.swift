import CadreJSON

/// An answer as a value, and its result as received.
public struct ReceivedAnswer<Answer: Sendable>: Sendable {
    public let answer: Answer
    let result: JSONValue

    /// The JSON of the result as received.
    public var json: [UInt8] { result.source }
}
