import Synchronization
import ZeroMQ

/// The times at which estimates arrive from a daemon.
final class ArrivalLog: Sendable {
    private struct Arrival {
        let topic: String
        let revision: Int
        let time: ContinuousClock.Instant
    }

    private let arrivals = Mutex<[Arrival]>([])

    /// Records what a subscriber receives until it is closed.
    func record(_ subscriber: Subscriber) async {
        while let message = await subscriber.next() {
            let now = ContinuousClock.now
            guard message.frames.count == 2, let revision = Self.revision(of: message.frames[1]) else { continue }
            let topic = String(decoding: message.frames[0], as: UTF8.self)
            arrivals.withLock { $0.append(Arrival(topic: topic, revision: revision, time: now)) }
        }
    }

    /// Returns the time at which the last estimate of a revision arrived whose topic `isMeant`, or `nil` if none did.
    func last(_ revision: Int, where isMeant: (String) -> Bool) -> ContinuousClock.Instant? {
        arrivals.withLock { all in
            all.filter { $0.revision == revision && isMeant($0.topic) }.map(\.time).max()
        }
    }

    /// The revision in a CloudEvent's id, `MISSION/NAME/REVISION` or `MISSION/NAME/REVISION/NUMBER`.
    private static func revision(of payload: [UInt8]) -> Int? {
        let head = String(decoding: payload.prefix(400), as: UTF8.self)
        guard let begin = head.range(of: "\"id\":\"") else { return nil }
        let parts = head[begin.upperBound...].prefix { $0 != "\"" }.split(separator: "/")
        return parts.count > 2 ? Int(parts[2]) : nil
    }
}
