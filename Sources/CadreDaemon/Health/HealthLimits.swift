/// Every bound of metrics, heartbeats and the HTTP paths, with unit and reason.
enum HealthLimits {
    /// Series (a name with its labels) that metrics hold: tens of names with tens of labels need hundreds. Beyond it a
    /// label comes from outside, and would take memory for ever.
    static let seriesMax = 5_000
    /// Bytes of a label's value: what is longer is no label.
    static let labelBytesMax = 256
    /// Upper bounds of a histogram's buckets, in seconds: from the hop between two threads to the longest recompute.
    static let bucketSeconds: [Double] = [
        0.000_1, 0.000_25, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60,
    ]
    /// Seconds between two counts of the open descriptors: a thousand of them take a millisecond to list.
    static let descriptorPauseSeconds = 10
    /// Seconds between a part's answer and the next question to it.
    static let heartbeatPauseSeconds = 2
    /// Seconds without an answer after which a part counts as stalled. With the pause before the question still less
    /// than half of `WatchdogSec=30s`.
    static let heartbeatSecondsMax = 12
    /// Connections to the HTTP paths at once; more wait. A scraper and a person need two.
    static let connectionsMax = 64
    /// Seconds after which a connection without a whole request is closed, be it idle or slow: all places taken by half
    /// requests are free again before a probe gives up.
    static let idleSecondsMax = 10
    /// Bytes of all header lines of a request.
    static let headerBytesMax = 16_384
}
