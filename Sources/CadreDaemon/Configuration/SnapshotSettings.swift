/// The times at which snapshots are written. Not configurable: a test uses others.
struct SnapshotSettings: Equatable, Sendable {
    /// The number of events after which a new snapshot is due.
    var events = DaemonLimits.snapshotEvents
    /// The minimum number of seconds between two snapshots.
    var intervalSeconds = DaemonLimits.snapshotIntervalSeconds
    /// The number of seconds after the begin of a shutdown in which the last snapshot can begin.
    var lastSeconds = DaemonLimits.drainSeconds
}
