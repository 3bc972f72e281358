/// Every bound of the process's start and end, with unit and reason.
enum ProcessLimits {
    /// Microseconds that sending a notice waits for the service manager. It reads at once unless it hangs itself.
    static let notifyMicrosecondsMax = 250_000
    /// Microseconds that each sign of progress while replaying asks for: the next one comes long before.
    static let extendMicroseconds = 120_000_000
    /// Exit status when the orderly end took too long: EX_SOFTWARE. Source: sysexits(3).
    static let statusTooLate: Int32 = 70
    /// Added to the number of the signal by which the user insisted, as shells do.
    static let statusBySignal: Int32 = 128
}
