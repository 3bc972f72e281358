import CadreContract
import CadreJSON

/// The highest sequence number of each source in the published events. Head messages announce it, so that a daemon
/// detects lost events at the end of a stream. Source: CONTRACT § 5.
public struct SourceCounts: Sendable {
    private struct Stream: Hashable {
        let source: String
        let epoch: String
    }
    private var newest: [Stream: UInt64] = [:]

    public init() {}

    /// Records an event; one without a sequence number is ignored.
    public mutating func note(source: String, epoch: String, sequence: UInt64?) {
        guard let sequence else { return }
        let stream = Stream(source: source, epoch: epoch)
        newest[stream] = max(newest[stream] ?? 0, sequence)
    }

    /// Returns a head message for each source and epoch, in the order of their names.
    /// - Parameters:
    ///   - time: The current time, RFC 3339.
    ///   - id: A unique id of this set of head messages.
    public func heads(time: String, id: String) -> [(topic: [UInt8], payload: [UInt8])] {
        let streams = newest.sorted { ($0.key.source, $0.key.epoch) < ($1.key.source, $1.key.epoch) }
        return streams.enumerated().compactMap { number, stream in
            let topic = Array("head.\(stream.key.source)".utf8)
            guard topic.count <= ContractLimits.topicBytesMax else { return nil }
            var writer = JSONWriter()
            writer.object {
                $0.member("specversion", "1.0")
                $0.member("id", "head/\(id)/\(number + 1)")
                $0.member("source", stream.key.source)
                $0.member("type", EventType.sourceHead.rawValue)
                $0.member("time", time)
                $0.member("data") {
                    $0.object {
                        $0.member("sequence", stream.value)
                        if !stream.key.epoch.isEmpty { $0.member("epoch", stream.key.epoch) }
                    }
                }
            }
            return (topic, writer.bytes)
        }
    }
}
