import CadrePlanning

extension JournalRead {
    /// A page of the journal.
    public struct Answer: Equatable, Sendable {
        /// The events in the order of the journal. There may be none although there is a next page.
        public var events: [JournaledEvent]
        /// The `after` of the next page, or `nil` at the end.
        public var next: Int?
        /// The journal's newest sequence.
        public var newest: Int

        public init(events: [JournaledEvent], next: Int?, newest: Int) {
            self.events = events
            self.next = next
            self.newest = newest
        }

        /// Removes events at the end until all are within `ControlLimits.pageBytesMax`, but never the first, and moves
        /// `next` accordingly.
        public mutating func bound() {
            var bytes = 0
            guard
                let last = events.firstIndex(where: { event in
                    bytes += event.event.count
                    return bytes > ControlLimits.pageBytesMax
                })
            else { return }
            let kept = max(1, last)
            guard kept < events.count else { return }
            events.removeSubrange(kept...)
            next = events.last?.sequence
        }

        static let table = ObjectTable(
            "result", "A page of the journal", from: Answer(events: [], next: nil, newest: 0),
            fields: [
                .required(
                    "events", \.events, .entries(of: .object(JournaledEvent.table)), "In the order of the journal"),
                .required("next", \.next, .nullable(.natural), "The `after` of the next page; null at the end"),
                .required("newest", \.newest, .natural, "The journal's newest sequence"),
            ])
    }

    /// An accepted event of the journal.
    public struct JournaledEvent: Equatable, Sendable {
        public var sequence: Int
        /// The time at which the node received it.
        public var received: Instant
        /// The topic on which it arrived, or that of its content.
        public var topic: String
        /// Its JSON as received.
        public var event: [UInt8]

        public init(sequence: Int, received: Instant, topic: String, event: [UInt8]) {
            self.sequence = sequence
            self.received = received
            self.topic = topic
            self.event = event
        }

        static let table = ObjectTable(
            "journaledEvent", "An accepted event of the journal",
            from: JournaledEvent(sequence: 0, received: Instant(seconds: 0), topic: "", event: []),
            fields: [
                .required("sequence", \.sequence, .revision, "The journal sequence"),
                .required("received", \.received, .time, "The time at which the node received it"),
                .required("topic", \.topic, .anyText, "The topic on which it arrived, or that of its content"),
                .required("event", \.event, .objectBytes, "The CloudEvent, byte for byte as received"),
            ])
    }
}
