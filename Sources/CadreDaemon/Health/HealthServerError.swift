/// An error: HTTP cannot be served at the configured address.
public struct HealthServerError: Error, Equatable, CustomStringConvertible {
    public var host: String
    public var port: Int
    /// The reason given by the system.
    public var reason: String

    public var description: String {
        "cannot serve HTTP on \(host):\(port): \(reason); give another address as `http`, or `off`"
    }
}
