import CadreRuntime

/// Every bound of the daemon, with unit and reason. What the configuration may change is a default here.
public enum DaemonLimits {
    // MARK: Intake

    /// Messages that intake hands on together: a hop between actors costs microseconds, a message far less.
    static let intakeBatchMessages = 256
    /// Bytes after which a batch is handed on early, so that large messages do not pile up.
    static let intakeBatchBytes = 1 << 20
    /// Batches of intake that wait for the gate. Together they are one group commit; more would only be memory.
    static let intakeBatchesWaiting = 32
    /// Bytes of intake that wait for the gate: as `intakeBatchesWaiting` of the usual size, also with large messages.
    static let intakeBytesWaiting = 16 << 20
    /// Messages that libzmq keeps for each publisher while the gate is behind. Source: ZEROMQ § 7.
    static let intakeReceiveHighWater: Int32 = 100_000

    // MARK: Acceptance

    /// Submissions other than intake's that wait for the gate.
    static let submissionsWaiting = 1_000
    /// Bytes of those: a thousand of the greatest would be a gibibyte.
    static let submissionBytesWaiting = 32 << 20
    /// Events judged and journaled in one transaction: beyond it the time that the first of them waits only grows.
    static let commitEvents = 8_192
    /// Seconds between attempts to write to a disk that failed.
    static let diskRetrySeconds = 1
    /// Bytes written to see whether it is well again: some pages of the journal's log, as a batch needs.
    static let diskProbeBytes = 256 << 10
    /// Rejections published a second; the rest is counted in `status`. Source: CONTRACT § 2.
    static let rejectedNoticesPerSecond = 100

    // MARK: Missions

    /// Plans computed at once, over all missions: as many as there are cores on a small machine. More only compete.
    static let plansAtOnce = 2
    /// Bytes of estimates whose plans are kept for the next ones to begin with: a plan takes some 25 times as much
    /// (measured), so all of them some 250 MB.
    static let planBytesKept = 10 << 20
    /// Older plans that are read from the journal at once.
    static let pastPlansWaiting = 16
    /// Answers that wait for the thread that computes them, one after the other.
    static let questionsWaiting = 64
    /// Events between two states that are told apart, each by a plan of its own.
    static let diffEvents = 1_000
    /// Of those where samples or advice are asked for too: each takes as long as hundreds of plans.
    static let deepDiffEvents = 20

    // MARK: Publishing

    /// Milliseconds for which new subscriptions are gathered, so that n clients of T topics cost T messages and not
    /// n·T; half of what the contract allows for the answer. Source: CONTRACT § 1.
    static let subscriptionGatherMs = 50
    /// Subscription messages handled in one turn of the socket's thread. Source: ZEROMQ § 3.
    static let subscriptionsPerTurn = 256
    /// Prefixes gathered for one answer; with more, reading them waits until that is sent.
    static let prefixesGathered = 4_096
    /// Messages of subscriptions that libzmq keeps for each subscriber until they are read.
    static let subscriptionsHighWater: Int32 = 10_000
    /// Messages that libzmq keeps for each subscriber that does not read. Source: ZEROMQ § 7.
    static let estimatesSendHighWater: Int32 = 100_000
    /// Bytes of a frame from a subscriber: a topic and a byte.
    static let subscriptionBytesMax: Int64 = 4_096
    /// Digests of topics in one status. A node with more of them tells them in turns, some in each status.
    static let statusTopics = 5_000

    // MARK: Control

    /// Requests under way in all, unless configured.
    public static let requestsDefault = 1_000
    /// Requests under way for one peer: nobody takes all the places.
    static let requestsPerPeer = 64
    /// Requests read in one turn of the socket's thread.
    static let requestsPerTurn = 64
    /// Messages that libzmq keeps for each client of control. Source: ZEROMQ § 7.
    static let controlHighWater: Int32 = 1_000

    // MARK: Loss

    /// Milliseconds for which changes of the gaps are gathered into one alert.
    static let gapGatherMs = 100
    /// Seconds before a source is asked for what is missing: what comes by another connection needs no asking.
    static let replayDelaySeconds = 0.2
    /// Seconds between attempts at a source that did not answer or has not what is missing, at most.
    static let replayPauseSecondsMax = 30.0
    /// Seconds to wait for an answer to `journal.read`.
    static let replayTimeoutSeconds = 10.0
    /// Rejections read again after a start, for the numbers that their sources gave them.
    static let rejectionsReread = 100_000

    // MARK: Snapshots

    /// Events after which a new snapshot is due: some tenths of a second of replay.
    static let snapshotEvents = 20_000
    /// Seconds between two snapshots, at least: during a burst, snapshots need only a small share of a core.
    static let snapshotIntervalSeconds = 5
    /// Standing documents asked of the journal at once: enough to make asking cheap, some hundred kilobytes.
    static let standingRowsAtOnce = 512

    // MARK: HTTP

    /// Connections to the HTTP paths at once; more wait. A scraper and a person need two.
    static let connectionsMax = 64
    /// Seconds after which a connection without a complete request is closed, whether it is idle or slow. Connections
    /// with incomplete requests are closed before a probe gives up.
    static let idleSecondsMax = 10
    /// Bytes of all header lines of a request.
    static let headerBytesMax = 16_384

    // MARK: Stopping

    /// Seconds that an orderly end may take. Source: ARCHITECTURE § 7.
    static let stopSeconds = 5
    /// Seconds of these for what is accepted to be journaled, and for plans to be published.
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
