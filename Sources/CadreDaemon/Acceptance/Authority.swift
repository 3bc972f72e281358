import CadreContract

/// Who may say what. Source: CONTRACT § 7.
enum Authority: Sendable {
    /// Without CURVE nobody proves who he is: only this machine, or a network that the configuration trusts, can
    /// connect.
    case trusted

    /// Why an event or head may not be said by whoever carried it; `nil` where it may.
    /// - Parameter name: What the authorisation file calls the key of the connection.
    func refusal(of reading: Reading, by name: String?) -> String? {
        switch self {
        case .trusted: nil
        }
    }
}
