import CadreContract

/// An event that was sent, as a person reads it.
struct BoardEntry: Equatable, Sendable {
    /// The event's date, `YYYY-MM-DD`; empty for an event that this version cannot read.
    let date: String
    let sentence: String
    /// The event's note, else the source of its factor, else empty.
    let reason: String

    init(_ reading: Reading) {
        sentence = EventSentence.text(reading)
        switch reading {
        case .event(let received):
            date = received.event.stamp.time.day.text
            if let note = received.event.note {
                reason = Printable.text(note)
            } else if case .factor(let sourced) = received.event.document {
                reason = Printable.text(sourced.source)
            } else {
                reason = ""
            }
        case .head(let head): (date, reason) = (head.time.day.text, "")
        case .rejected: (date, reason) = ("", "")
        }
    }
}
