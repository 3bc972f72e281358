import CadreContract
import CadrePlanning
import Hashing

/// The ids of imported events, derived from a row's document and the event that it replaces.
///
/// The same sheet therefore gives the same events, and the second copy of an event is a duplicate. A value that changes
/// and changes back is a new event each time, since it supersedes a different event.
enum EventID {
    /// The event that a row replaces.
    enum Before {
        /// No event, as far as the plan is known.
        case nothing
        case event(Stamp)
        /// The plan is not known. The day then distinguishes repeated values: the same sheet gives the same events on
        /// one day.
        case unknown(on: Day)
    }

    /// Returns an event's id: `lines/L-1/1f0c…`.
    static func id(_ kind: SheetKind, _ entity: String, data: [UInt8], before: Before) -> String {
        var hash = SHA256()
        hash.update(data)
        switch before {
        case .nothing: break
        case .event(let stamp):
            for part in [stamp.source, stamp.id] {
                hash.update([0])
                hash.update(Array(part.utf8))
            }
        case .unknown(let day): hash.update(Array(day.text.utf8))
        }
        return "\(kind.rawValue)/\(entity)/\(hash.finalize().prefix(8).hexadecimal)"
    }

    /// Returns an entity's id, made of the cells that distinguish it: readable, and different if the cells differ.
    static func entity(_ cells: [String]) -> String {
        var hash = SHA256()
        for cell in cells {
            hash.update(Array(cell.utf8))
            hash.update([0])
        }
        let words = cells.joined(separator: " ").unicodeScalars.split { scalar in
            !(scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil))
        }
        let name = words.map { String($0) }.joined(separator: "-").prefix(40)
        return (name.isEmpty ? "" : name + "-") + hash.finalize().prefix(4).hexadecimal
    }
}
