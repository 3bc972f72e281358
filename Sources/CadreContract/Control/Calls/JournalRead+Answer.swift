import CadreJSON
import CadrePlanning

extension JournalRead {
    /// A page of the journal.
    public struct Answer: Equatable, Sendable {
        /// In the order of the journal; may be none although there is a next page.
        public var events: [JournaledEvent]
        /// What to give as `after` for the next page; `nil` at the end.
        public var next: Int?
        /// The journal's newest sequence.
        public var newest: Int

        public init(events: [JournaledEvent], next: Int?, newest: Int) {
            self.events = events
            self.next = next
            self.newest = newest
        }

        /// Takes away events at the end until all are within `ControlLimits.pageBytesMax`, but never the first, and
        /// moves `next` accordingly.
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
    }

    /// An accepted event as the journal has it.
    public struct JournaledEvent: Equatable, Sendable {
        /// Its place in the journal.
        public var sequence: Int
        /// When the node had it.
        public var received: Instant
        /// The topic it came on, or would have come on.
        public var topic: String
        /// Its JSON, as it came.
        public var event: [UInt8]

        public init(sequence: Int, received: Instant, topic: String, event: [UInt8]) {
            self.sequence = sequence
            self.received = received
            self.topic = topic
            self.event = event
        }
    }
}

extension JournalRead.Answer: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("events", events)
            $0.member("next", next)
            $0.member("newest", newest)
        }
    }

    public init(reading value: JSONValue) throws(AnswerFault) {
        events = try value.answeredList("events") { value throws(AnswerFault) in try .init(reading: value) }
        next = try value.answeredIfAny("next", \.integer)
        newest = try value.answered("newest", \.integer)
    }
}

extension JournalRead.JournaledEvent: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("sequence", sequence)
            $0.member("received", received)
            $0.member("topic", topic)
            $0.name("event")
            $0.raw(event)
        }
    }

    init(reading value: JSONValue) throws(AnswerFault) {
        sequence = try value.answered("sequence", \.integer)
        received = try value.answered("received", \.instant)
        topic = try value.answered("topic", \.text)
        event = try value.answered("event", \.source)
    }
}
