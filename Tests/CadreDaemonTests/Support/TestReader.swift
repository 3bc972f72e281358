import CadreContract
import CadreJSON
import ZeroMQ

/// A reader of the bus as the contract requires: it ignores an envelope whose id it has received. Source: CONTRACT § 1.
actor TestReader {
    private let subscriber: Subscriber
    private var seen: Set<String> = []

    init(_ subscriber: Subscriber) { self.subscriber = subscriber }

    /// Returns the next new message.
    func next() async throws -> Message {
        while let message = await subscriber.next() {
            guard message.frames.count == 2 else { throw TestFailure("a message of \(message.frames.count) frames") }
            let id = try JSONValue(parsing: message.frames[1])["id"]?.text ?? ""
            if seen.insert(id).inserted { return message }
        }
        throw TestFailure("the subscription ended")
    }

    /// Returns the payload of the next new message.
    func nextEvent() async throws -> JSONValue {
        try JSONValue(parsing: try await next().frames[1])
    }
}
