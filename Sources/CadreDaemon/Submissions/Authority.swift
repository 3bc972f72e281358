import CadreContract

/// The permissions of connections. Source: CONTRACT § 7.
enum Authority: Sendable {
    /// No CURVE: peers are not authenticated. Only this machine, or a network that the configuration trusts, can
    /// connect.
    case trusted

    /// Returns the reason why a connection may not send an event or head, or `nil` if it may.
    /// - Parameter name: The authorised name of the connection's key.
    func refusal(of reading: Reading, by name: String?) -> String? {
        switch self {
        case .trusted: nil
        }
    }
}
