import CadreContract
import CadreJSON

/// What sources have counted to, in the events that were published: so that each can be told where its stream ends, and
/// a lost tail is found out. Source: CONTRACT § 5.
public struct SourceCounts: Sendable {
    private struct Stream: Hashable {
        let source: String
        let epoch: String
    }
    private var newest: [Stream: UInt64] = [:]

    public init() {}

    /// Takes note of an event; one without a count says nothing.
    public mutating func note(source: String, epoch: String, sequence: UInt64?) {
        guard let sequence else { return }
        let stream = Stream(source: source, epoch: epoch)
        newest[stream] = max(newest[stream] ?? 0, sequence)
    }

    /// A head message for each source and epoch, in the order of their names.
    /// - Parameters:
    ///   - time: Now, RFC 3339.
    ///   - id: Makes this round of heads one of its own.
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
