/// HTTP cannot be served where it should.
public struct HealthServerError: Error, Equatable, CustomStringConvertible {
    public var host: String
    public var port: Int
    /// What the system says.
    public var reason: String

    public var description: String {
        "HTTP cannot listen on \(host):\(port): \(reason). Give another address as `http`, or `off`."
    }
}
