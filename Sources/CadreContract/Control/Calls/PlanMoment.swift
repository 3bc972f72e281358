import CadreJSON
import CadrePlanning

/// Which state of a mission's plan is asked for. Source: CONTRACT § 6.
public enum PlanMoment: Hashable, Sendable {
    case newest
    /// The journal up to this sequence.
    case revision(Int)
    /// The events with a `time` up to this one.
    case time(Instant)
}

extension ControlParams {
    static let revisionExpected = "a whole number from 1"

    /// `revision` or `asOf`; without either, the newest state.
    func moment() throws(ControlError) -> PlanMoment {
        let revision = try integer("revision", in: 1...Int.max, expected: Self.revisionExpected)
        switch (revision, try instant("asOf")) {
        case (nil, nil): return .newest
        case (let revision?, nil): return .revision(revision)
        case (nil, let time?): return .time(time)
        case (_?, _?): throw wrong("asOf", "either revision or asOf")
        }
    }

    /// A member that is a revision, as a number, or a time, as a text.
    func moment(in name: String) throws(ControlError) -> PlanMoment? {
        guard let value = value(name) else { return nil }
        if let revision = value.integer, revision >= 1 { return .revision(revision) }
        if let time = value.instant { return .time(time) }
        throw wrong(name, "a revision (\(Self.revisionExpected)) or a time (\(TimeGrammar.instantExpected))")
    }

    /// `names` of estimates, each once, in the order of publication; the summary where nothing is said.
    func estimateNames() throws(ControlError) -> [EstimateName] {
        guard let value = value("names") else { return [.summary] }
        let expected = "a list of some of \(EstimateName.allCases.map(\.text).joined(separator: ", "))"
        guard let elements = value.elements, !elements.isEmpty else { throw wrong("names", expected) }
        var names: Set<EstimateName> = []
        for element in elements {
            guard let name = element.text.flatMap(EstimateName.init) else { throw wrong("names", expected) }
            names.insert(name)
        }
        return names.sorted()
    }
}

extension JSONWriter {
    mutating func members(of moment: PlanMoment) {
        switch moment {
        case .newest: break
        case .revision(let revision): member("revision", revision)
        case .time(let time): member("asOf", time)
        }
    }

    mutating func member(_ name: String, _ moment: PlanMoment) {
        switch moment {
        case .newest: break
        case .revision(let revision): member(name, revision)
        case .time(let time): member(name, time)
        }
    }
}
