import CadreContract
import CadrePlanning
import Hashing

/// The ids of imported events: they follow from what a row says and from what it takes the place of.
///
/// So the same sheet gives the same events, and the second arrival of one is a duplicate; and a value that changes and
/// changes back is a new event each time, since what it supersedes is another one.
enum EventID {
    /// What a row takes the place of.
    enum Before {
        /// Nothing stands, and that is known.
        case nothing
        case event(Stamp)
        /// It is not known what stands. Then the day tells apart what is said again: the same sheet gives the same
        /// events on one day.
        case unknown(on: Day)
    }

    /// `lines/L-1/1f0c…`.
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

    /// An entity's id, made of the cells that tell it from others: readable, and different where they differ.
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
