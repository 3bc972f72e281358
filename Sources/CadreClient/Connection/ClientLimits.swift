import CadreContract

/// The bounds of a client, each with its unit and reason.
public enum ClientLimits {
    /// The longest time that a running daemon needs to answer at all: milliseconds, unless its machine is overloaded.
    public static let presence: Duration = .seconds(5)
    /// The longest time of an answer: an older estimate of a large mission is computed from the journal.
    public static let answer: Duration = .seconds(120)
    /// The longest time of an answer that takes a plan for each of up to a thousand events. A second request would make
    /// the daemon compute it twice; the presence of the daemon is checked meanwhile.
    public static let longAnswer: Duration = .seconds(3_600)
    /// The interval of the checks, during a request, that the daemon is still running and the same one.
    public static let presenceInterval: Duration = .seconds(2)
    /// The time after which a client stops retrying while the daemon answers "busy".
    public static let busy: Duration = .seconds(60)
    /// The first pause after "busy"; each is twice as long as the previous one, up to `busyPauseMax`.
    public static let busyPauseMin: Duration = .milliseconds(50)
    public static let busyPauseMax: Duration = .seconds(1)
    /// The number of unanswered requests of one call after which the client gives up.
    public static let attemptsMax = 3
    /// Bytes of events in one request. More than one event is sent only up to a quarter of it: a daemon may be configured
    /// for smaller messages, and its answers come sooner.
    public static let requestBytesMax = ContractLimits().messageBytesMax - 4096
    /// Bytes of a request of several events.
    public static let batchBytesMax = ContractLimits.eventBytesDefault - 4096
    /// Bytes of a message from a daemon. Source: CONTRACT § 1.
    public static let answerBytesMax: Int64 = 64 << 20
    /// Messages that a publisher sends before it lets its socket work: libzmq then reads subscriptions and credit.
    public static let publishedAtOnceMax = 256
    /// The longest time that a publisher's last messages need to leave this process.
    public static let publisherLinger: Duration = .seconds(30)
    /// Messages kept for a watcher that is behind, before the daemon drops some.
    public static let watchedMessagesMax: Int32 = 10_000
    /// Topics of which a watcher knows the newest document. Beyond this number it forgets all and may show one twice.
    public static let watchedTopicsMax = 100_000
}
