/// Every bound of what is logged, with unit and reason.
enum LogLimits {
    /// Bytes of a message or of one value. journald cuts a line at 48 KiB: a few of these stay below it.
    static let textBytesMax = 8_192
    /// Levels of lists and maps inside a value.
    static let depthMax = 8
    /// Bytes of one write: `PIPE_BUF`, so that a pipe that has room takes it whole and writing does not wait.
    static let writeBytesMax = 4_096
    /// Milliseconds for which a line waits for a reader that is behind. Once it has waited in vain, the lines after it
    /// are dropped and counted until there is room: logging holds up nothing for longer than this.
    static let waitMsMax: Int32 = 100
}
