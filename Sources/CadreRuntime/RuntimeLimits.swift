/// Every bound of this target, with unit and reason.
public enum RuntimeLimits {
    // MARK: Start and end of the process

    /// Microseconds that a notification waits for the service manager. It reads at once unless it hangs itself.
    static let notifyMicrosecondsMax = 250_000
    /// Microseconds that each sign of progress during replay requests: the next one arrives long before.
    static let extendMicroseconds = 120_000_000
    /// The exit status of a shutdown that took too long: EX_SOFTWARE. Source: sysexits(3).
    static let statusTooLate: Int32 = 70
    /// The number to which the signal that ended the process is added for the exit status, as shells do.
    static let statusBySignal: Int32 = 128

    // MARK: Logging

    /// Bytes of a message or of one value. journald cuts a line at 48 KiB: a few of these stay below it.
    static let textBytesMax = 8_192
    /// Levels of lists and maps inside a value.
    static let depthMax = 8
    /// Bytes of one write: `PIPE_BUF`, so that a pipe that has room takes it whole and writing does not wait.
    static let writeBytesMax = 4_096
    /// Milliseconds for which a line waits for a slow reader. After such a wait without success, further lines are dropped and
    /// counted until there is room: logging delays nothing for longer than this.
    static let waitMsMax: Int32 = 100

    // MARK: Metrics

    /// Series (a name with its labels) that metrics hold: tens of names with tens of labels need hundreds. Beyond it a
    /// label comes from outside, and would take memory indefinitely.
    static let seriesMax = 5_000
    /// Bytes of a label's value.
    static let labelBytesMax = 256
    /// Upper bounds of a histogram's buckets, in seconds: from the hop between two threads to the longest recompute.
    static let bucketSeconds: [Double] = [
        0.000_1, 0.000_25, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60,
    ]
    /// Seconds between two counts of the open descriptors: a thousand of them take a millisecond to list.
    static let descriptorPauseSeconds = 10

    // MARK: Heartbeats

    /// Seconds between a component's answer and the next question to it.
    static let heartbeatPauseSeconds = 2
    /// Seconds without an answer after which a component counts as stalled. With the pause before the question still
    /// less than half of `WatchdogSec=30s`.
    static let heartbeatSecondsMax = 12
}
