import CadrePlanning

extension MissionAcceptance.Verdict {
    /// Creates the verdict on an event whose source and id an accepted event has. Source: CONTRACT § 9.
    public init(of received: ReceivedEvent, repeating accepted: AcceptedEvent) {
        let isSame = EventReader.haveSameData(accepted.bytes, received.bytes)
        self = isSame ? .duplicate(sequence: accepted.sequence) : .conflict(sequence: accepted.sequence)
    }

    /// The consequence of a verdict.
    public enum Decision: Equatable, Sendable {
        /// The event is kept. If it is superseded, another event of its entity stays current.
        case accept(isSuperseded: Bool)
        /// An accepted event is the same.
        case skip(sequence: Int)
        indirect case reject(Rejection)
    }

    /// Returns the consequence for the event.
    public func decision(on received: ReceivedEvent) -> Decision {
        switch self {
        case .new: .accept(isSuperseded: false)
        case .superseded: .accept(isSuperseded: true)
        case .duplicate(let sequence): .skip(sequence: sequence)
        case .inFuture:
            .reject(
                Rejection(
                    .timeInFuture, of: received, expected: MissionAcceptance.expectedTime,
                    detail: MissionAcceptance.futureDetail))
        case .conflict(let sequence):
            .reject(
                Rejection(
                    .conflict, of: received, expected: "the same data, or another id",
                    detail: "data differs from event \(sequence) of the same source and id; "
                        + "use a new id for a changed event"))
        case .overLimit(let limit): .reject(limit.rejection(of: received))
        }
    }
}

extension MissionAcceptance {
    fileprivate static let expectedTime =
        "a time at most \(ContractLimits.futureSecondsMax / 60) minutes ahead of the clock here"
    fileprivate static let futureDetail = "time: expected \(expectedTime), found a later one"

    /// Returns the rejection of a head whose time is too far ahead of the clock, or `nil`.
    public static func rejection(of head: SourceHead, at now: Instant) -> Rejection? {
        guard head.time.isInFuture(of: now) else { return nil }
        return Rejection(.timeInFuture, of: head, expected: expectedTime, detail: futureDetail)
    }
}

extension Instant {
    /// Returns whether the time is too far ahead of a clock. Source: CONTRACT § 2, `time-in-future`.
    ///
    /// No time is ahead of a clock at the end of its range.
    func isInFuture(of clock: Instant) -> Bool {
        let (latest, overflow) = clock.seconds.addingReportingOverflow(ContractLimits.futureSecondsMax)
        return !overflow && Instant(seconds: latest, fraction: clock.fraction) < self
    }
}
