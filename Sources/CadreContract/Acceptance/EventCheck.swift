import CadrePlanning

/// Checks events as a daemon would accept them, and then the resulting missions. Topic, authority and time are not
/// checked. Performs no I/O. Source: CONTRACT § 8.
public struct EventCheck: Sendable {
    /// The position of an event in a file.
    public struct Location: Equatable, Sendable {
        public var file: String
        /// The number of the line, from 1.
        public var line: Int

        public init(file: String, line: Int) {
            self.file = file
            self.line = line
        }
    }

    /// A problem, or an oddity that is allowed.
    public struct Finding: Equatable, Sendable {
        public enum Severity: String, Sendable { case error, warning }

        public var severity: Severity
        /// The event, or `nil` if it is about all events together.
        public var location: Location?
        public var reason: String
        public var member: String
        public var expected: String
        public var detail: String
    }

    /// An accepted or rejected stock count, which may lie outside the horizon that the events give in the end.
    private struct LocatedCount {
        let location: Location
        let mission: ID<Mission>
        let count: StockCount
    }

    /// The number of accepted events, superseded ones included.
    public private(set) var accepted = 0
    public private(set) var duplicates = 0
    private var ledger: EventLedger
    private var counts: [LocatedCount] = []

    public init(limits: EntityLimits = EntityLimits()) {
        ledger = EventLedger(limits: limits)
    }

    /// Checks the next event.
    /// - Returns: The problem, or `nil` if the event is accepted.
    public mutating func check(_ reading: Reading, at location: Location) -> Finding? {
        switch reading {
        case .head: return nil
        case .rejected(let rejection): return Finding(rejection, location)
        case .event(let received):
            if case .stock(let count) = received.event.document {
                counts.append(LocatedCount(location: location, mission: received.event.mission, count: count))
            }
            switch ledger.accept(received) {
            case .accepted, .superseded:
                accepted += 1
                return nil
            case .duplicate:
                duplicates += 1
                return nil
            case .rejected(let rejection): return Finding(rejection, location)
            }
        }
    }

    /// The warnings about all events together: missions without definition, unresolved names, stock counts outside the
    /// horizon.
    public var warnings: [Finding] {
        ledger.missions.sorted { $0.key < $1.key }.flatMap { unresolved($0.key, $0.value) }
            + counts.compactMap(outsideHorizon)
    }

    private func unresolved(_ id: ID<Mission>, _ documents: CurrentDocuments) -> [Finding] {
        func warning(_ member: String, _ expected: String, _ detail: String) -> Finding {
            Finding(
                severity: .warning, reason: "unresolved", member: member, expected: expected,
                detail: "mission \(id): \(detail)")
        }
        guard documents.current[EntityKey(.mission, id.text)] != nil else {
            return [
                warning("mission", "a mission.defined", "not defined (mission.defined), so it has no estimates")
            ]
        }
        return documents.unresolved(defaults: DefaultFactors.all).map { row in
            warning(
                "\(row.entity.rawValue) \(row.id)", row.missing,
                "\(row.entity.rawValue) \(row.id) names \(row.missing), which is not known or counts for nothing")
        }
    }

    /// Opening stock is counted on a date in period 0; a count outside the horizon has no effect. Source: CONTRACT § 2.
    private func outsideHorizon(_ counted: LocatedCount) -> Finding? {
        let current = ledger.missions[counted.mission]?.current[EntityKey(.mission, counted.mission.text)]
        guard case .mission(_, let mission)? = current?.document else { return nil }
        let end = mission.start + mission.periods * mission.periodDays
        guard counted.count.date < mission.start || counted.count.date >= end else { return nil }
        return Finding(
            severity: .warning, location: counted.location, reason: "outside-horizon", member: "date",
            expected: "a date from \(mission.start.text) to before \(end.text)",
            detail: "date: \(counted.count.date.text) lies outside the mission's horizon "
                + "(\(mission.start.text) to \(end.text)); the count does nothing")
    }
}

extension EventCheck.Finding {
    fileprivate init(_ rejection: Rejection, _ location: EventCheck.Location) {
        self.init(
            severity: .error, location: location, reason: rejection.reason.rawValue, member: rejection.member,
            expected: rejection.expected, detail: rejection.detail)
    }
}
