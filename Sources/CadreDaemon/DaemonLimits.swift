import CadreRuntime

/// The bounds of the daemon, with unit and reason. Those that are configurable are defaults.
public enum DaemonLimits {
    // MARK: Intake

    /// Messages of one batch of intake: a hop between actors costs microseconds, a message far less.
    static let intakeBatchMessages = 256
    /// Bytes after which a batch is queued early, so that large messages do not accumulate.
    static let intakeBatchBytes = 1 << 20
    /// Batches of intake that wait for acceptance. Together they are one commit; more would only need memory.
    static let intakeBatchesWaiting = 32
    /// Bytes of intake that wait for acceptance: as many as `intakeBatchesWaiting` of the usual size.
    static let intakeBytesWaiting = 16 << 20
    /// Messages that libzmq keeps per publisher while acceptance is behind. Source: ZEROMQ § 7.
    static let intakeReceiveHighWater: Int32 = 100_000

    // MARK: Acceptance

    /// Submissions of other channels than intake that wait for acceptance.
    static let submissionsWaiting = 1_000
    /// Bytes of those: a thousand of the largest would be a gibibyte.
    static let submissionBytesWaiting = 32 << 20
    /// Events evaluated and journaled in one transaction: with more of them, the first one only waits longer.
    static let commitEvents = 8_192
    /// Seconds between attempts to write to a disk that failed.
    static let diskRetrySeconds = 1
    /// Bytes written to probe a disk: some pages of the journal's log, as a batch needs.
    static let diskProbeBytes = 256 << 10
    /// Notices published per second; the others are counted in `status`. Source: CONTRACT § 2.
    static let rejectedNoticesPerSecond = 100

    // MARK: Missions

    /// Plans computed at once, of all missions: the number of cores of a small machine. More would only compete.
    static let plansAtOnce = 2
    /// Bytes of estimates whose plans are kept as the start of the next ones: a plan takes some 25 times as much
    /// (measured), so that all of them take some 250 MB.
    static let planBytesKept = 10 << 20
    /// Plans of the past that are computed or wait.
    static let pastPlansWaiting = 16
    /// Answers that are computed or wait.
    static let questionsWaiting = 64
    /// Events between two compared states: each needs a separate plan.
    static let diffEvents = 1_000
    /// Events between two states if samples or advice are compared too: each takes as long as hundreds of plans.
    static let deepDiffEvents = 20

    // MARK: Publishing

    /// Milliseconds for which new subscriptions are gathered, so that n clients of T topics cost T messages instead of
    /// n·T; half of the time that the contract allows for the answer. Source: CONTRACT § 1.
    static let subscriptionGatherMs = 50
    /// Subscription messages read at once. Source: ZEROMQ § 3.
    static let subscriptionsPerTurn = 256
    /// Prefixes gathered for one answer; with more of them, reading pauses until the answer is sent.
    static let prefixesGathered = 4_096
    /// Messages of subscriptions that libzmq keeps per subscriber until they are read.
    static let subscriptionsHighWater: Int32 = 10_000
    /// Messages that libzmq keeps per subscriber that does not read. Source: ZEROMQ § 7.
    static let estimatesSendHighWater: Int32 = 100_000
    /// Bytes of a frame of a subscriber: a topic and a byte.
    static let subscriptionBytesMax: Int64 = 4_096
    /// Digests of topics in one status. If there are more, each status contains the next ones.
    static let statusTopics = 5_000

    // MARK: Control

    /// Requests in progress, unless configured.
    public static let requestsDefault = 1_000
    /// Requests in progress of one peer, so that no peer can use all permits.
    static let requestsPerPeer = 64
    /// Requests read at once.
    static let requestsPerTurn = 64
    /// Messages that libzmq keeps per client of control. Source: ZEROMQ § 7.
    static let controlHighWater: Int32 = 1_000

    // MARK: Loss

    /// Milliseconds for which changes of the gaps are gathered into one alert.
    static let gapGatherMs = 100
    /// Seconds before missing events are requested: they may still arrive on another connection.
    static let replayDelaySeconds = 0.2
    /// The maximum number of seconds between requests to a source that does not answer or lacks the missing events.
    static let replayPauseSecondsMax = 30.0
    /// Seconds to wait for an answer to `journal.read`.
    static let replayTimeoutSeconds = 10.0
    /// Rejections read after a start, for their sequence numbers.
    static let rejectionsReread = 100_000

    // MARK: Snapshots

    /// Events after which a new snapshot is due: some tenths of a second of replay.
    static let snapshotEvents = 20_000
    /// Seconds between two snapshots, at least: during a burst, snapshots need only a small share of a core.
    static let snapshotIntervalSeconds = 5
    /// Current documents read from the journal at once: some hundred kilobytes, so that requests are few.
    static let currentRowsAtOnce = 512

    // MARK: HTTP

    /// Connections to the HTTP paths at once; more wait. A scraper and a person need two.
    static let connectionsMax = 64
    /// Seconds after which a connection without a complete request is closed, whether it is idle or slow. Connections
    /// with incomplete requests are closed before a probe gives up.
    static let idleSecondsMax = 10
    /// Bytes of all header lines of a request.
    static let headerBytesMax = 16_384

    // MARK: Stopping

    /// Seconds of a graceful shutdown. Source: ARCHITECTURE § 7.
    static let stopSeconds = 5
    /// Seconds of these in which accepted events are journaled, and plans published.
    static let drainSeconds = 3

    // MARK: Heartbeats

    /// Seconds between pings unless configured. Source: CONTRACT § 1.
    static let heartbeatSecondsDefault = 5
    /// Pings without an answer after which a connection ends.
    static let heartbeatsMissed = 3

    // MARK: Configured

    /// Seconds between pings, at least and at most.
    static let heartbeatSeconds = 1...600

    /// Bytes of a message, at least and at most.
    static let messageBytes = 1_024...(16 << 20)
    /// Entities times periods of one mission, at least and at most: 1,000,000 entities have 520 periods at most.
    static let weight = 1...1_000_000_000
    /// Endpoints of one socket.
    static let endpointsMax = 32
    /// Bytes of a file of configuration.
    static let configurationBytesMax = 1 << 20
}
