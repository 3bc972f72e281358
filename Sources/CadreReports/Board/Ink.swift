/// The colour of a part of the board, on a terminal with colours.
enum Ink: Equatable, Sendable {
    case plain, strong, faint, required, filled, alarm

    /// SGR parameters, ECMA-48.
    var code: String? {
        switch self {
        case .plain: nil
        case .strong: "1"
        case .faint: "2"
        case .required: "33"
        case .filled: "32"
        case .alarm: "31"
        }
    }
}
