import CadreContract

/// Collects events into requests that a daemon accepts: at most 1,000 events of less than 1 MiB in total. A larger
/// event is sent in its own request.
///
/// ```swift
/// for event in events { if let batch = batches.add(event) { try await submit(batch) } }
/// if let batch = batches.rest() { try await submit(batch) }
/// ```
public struct EventBatches<Event> {
    private var events: [Event] = []
    private var bytes = 0
    private let eventsMax: Int
    private let bytesMax: Int
    private let eventBytesMax: Int

    public init(
        eventsMax: Int = ControlLimits.submittedEventsMax, bytesMax: Int = ClientLimits.batchBytesMax,
        eventBytesMax: Int = ClientLimits.requestBytesMax
    ) {
        precondition(eventsMax > 0 && bytesMax > 0)
        self.eventsMax = eventsMax
        self.bytesMax = bytesMax
        self.eventBytesMax = eventBytesMax
    }

    /// Returns whether an event is small enough to be sent at all.
    public func fits(_ byteCount: Int) -> Bool { byteCount <= eventBytesMax }

    /// Adds an event that fits.
    /// - Returns: The events collected before, if it is time to send them.
    public mutating func add(_ event: Event, byteCount: Int) -> [Event]? {
        let total = bytes + byteCount + 1  // and a comma
        guard events.count < eventsMax, events.isEmpty || total <= bytesMax else {
            let full = events
            events = [event]
            bytes = byteCount + 1
            return full
        }
        events.append(event)
        bytes = total
        return nil
    }

    /// Returns the events collected and not sent, or `nil` if no event is left.
    public mutating func rest() -> [Event]? {
        defer {
            events = []
            bytes = 0
        }
        return events.isEmpty ? nil : events
    }
}
