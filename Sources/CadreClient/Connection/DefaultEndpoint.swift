/// Where a daemon listens unless it is told otherwise. Source: CONTRACT § 1.
public enum DefaultEndpoint {
    /// Publishers' events come in here.
    public static let intake = "tcp://127.0.0.1:5570"
    /// Everything that is published.
    public static let estimates = "tcp://127.0.0.1:5571"
    /// Requests.
    public static let control = "tcp://127.0.0.1:5572"
}
