import CadreContract
import ZeroMQ

/// Receives the events that daemons publish on `estimates`. Source: CONTRACT §§ 1 and 4.
///
/// A reply to a late subscriber reaches every subscriber of the topic: repeated events are omitted.
public actor EstimateWatcher {
    private let subscriber: Subscriber
    private var newestIDs: [String: String] = [:]
    /// The number of messages that were not published events.
    public private(set) var malformedCount = 0

    /// Creates a watcher.
    /// - Parameter topics: The prefixes of topics to receive; `[""]` for all.
    public init(_ bus: ClientBus, endpoints: [String], topics: [String] = [""]) throws(ClientError) {
        var addresses: [Endpoint] = []
        for endpoint in endpoints { addresses.append(try ClientBus.endpoint(endpoint)) }
        let isIPv6 = addresses.contains(where: \.isIPv6)
        let options = SocketOptions.with {
            $0.receiveHighWater = ClientLimits.watchedMessagesMax
            $0.maxMessageBytes = ClientLimits.answerBytesMax
            $0.ipv6 = isIPv6
        }
        subscriber = Subscriber(bus.context, on: bus.thread, to: addresses, prefixes: topics, options: options)
    }

    /// Connects and subscribes. Call it once.
    public func start() async throws(ClientError) {
        do throws(ZeroMQError) {
            try await subscriber.start()
        } catch {
            throw ClientError(error)
        }
    }

    /// Waits for the next event that is not a repetition.
    /// - Returns: The event, or `nil` if the watcher was closed or the task cancelled.
    public func next() async -> PublishedEvent? {
        while let message = await subscriber.next() {
            guard let event = PublishedEvent(frames: message.frames) else {
                malformedCount += 1
                continue
            }
            if isNews(event) { return event }
        }
        return nil
    }

    public func close() async {
        await subscriber.close()
    }

    private func isNews(_ event: PublishedEvent) -> Bool {
        guard let id = event.id else { return true }
        if newestIDs.count > ClientLimits.watchedTopicsMax { newestIDs = [:] }
        return newestIDs.updateValue(id, forKey: event.topic) != id
    }
}
