import CadreContract

extension CellForm {
    /// The form of the cells that hold values of a shape.
    init(_ shape: Shape) {
        switch shape {
        case .name(.capitals): self = .capitals
        case .name: self = .name
        case .words: self = .word
        case .whole: self = .number
        case .number(let bounds): self = bounds.isShare ? .share : .number
        case .flag: self = .flag
        case .date: self = .day
        case .list(.name, _, _): self = .names
        case .list: self = .instructors
        case .map(.service, _, _): self = .hosting
        case .map: self = .quantities
        case .text, .constant, .sequence, .time, .series, .object, .document, .nullable, .either, .anyObject, .any:
            self = .text
        }
    }
}
