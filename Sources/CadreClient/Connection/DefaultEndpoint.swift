/// The endpoints of a daemon by default. Source: CONTRACT § 1.
public enum DefaultEndpoint {
    /// The endpoint that receives publishers' events.
    public static let intake = "tcp://127.0.0.1:5570"
    /// The endpoint that publishes estimates, notices and status.
    public static let estimates = "tcp://127.0.0.1:5571"
    /// The endpoint of requests.
    public static let control = "tcp://127.0.0.1:5572"
}
