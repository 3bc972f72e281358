import CadreContract
import CadreJournal

extension JournalEntry {
    /// The parsed event, or `nil` if the bytes are damaged.
    var readEvent: ReceivedEvent? {
        guard
            case .event(let event) = EventReader(limits: ContractLimits(eventBytesMax: .max)).read(payload: bytes)
                .first
        else { return nil }
        return event
    }
}
