import CadreJSON
import CadrePlanning

/// A state of a mission's plan. Source: CONTRACT § 6.
public enum PlanMoment: Hashable, Sendable {
    case newest
    /// The journal up to this sequence.
    case revision(Int)
    /// The events with a `time` up to this one.
    case time(Instant)
}

extension ObjectField {
    /// The members `revision` and `asOf`; without either, the newest state.
    static func moment(_ path: StoredProperty<Root, PlanMoment>.Path) -> [ObjectField] {
        let property = StoredProperty(path)
        let revision = Form<Int>.revision
        let time = Form<Instant>.time
        return [
            ObjectField(
                description: FieldDescription(
                    PlanMoment.revisionName, revision.shape, .optional, "The journal up to this sequence")
            ) { json, member, _, root throws(MemberFault) in
                guard let member else { return }
                property.set(
                    &root, .revision(try revision.read(json, member, named: PlanMoment.revisionName)))
            } write: { root, writer in
                if case .revision(let revision) = property.value(of: root) {
                    writer.member(PlanMoment.revisionName, revision)
                }
            },
            ObjectField(
                description: FieldDescription(
                    PlanMoment.timeName, time.shape, .optional, "The events with a `time` up to this one")
            ) { json, member, _, root throws(MemberFault) in
                guard let member else { return }
                let moment = PlanMoment.time(try time.read(json, member, named: PlanMoment.timeName))
                guard property.value(of: root) == .newest else {
                    throw MemberFault(
                        PlanMoment.timeName, expected: "either \(PlanMoment.revisionName) or \(PlanMoment.timeName)",
                        found: "both")
                }
                property.set(&root, moment)
            } write: { root, writer in
                if case .time(let time) = property.value(of: root) { writer.member(PlanMoment.timeName, time) }
            },
        ]
    }
}

extension PlanMoment {
    fileprivate static let revisionName = "revision"
    fileprivate static let timeName = "asOf"
}

extension Rule {
    /// The members of a moment exclude each other; their fields check it.
    static var oneMoment: Rule {
        Rule(
            "`\(PlanMoment.revisionName)` and `\(PlanMoment.timeName)` exclude each other",
            conditions: [.notBoth(PlanMoment.revisionName, PlanMoment.timeName)]
        ) { _ in }
    }
}

extension Form where Value == Int {
    /// A sequence of the journal.
    static let revision = whole(1...Int.max)
}

extension Form where Value == PlanMoment {
    /// A revision, as a number, or a time, as a text. The newest state is no value.
    static let moment = Form(.either([Form<Int>.revision.shape, .time])) { json, node in
        if let revision = try? Form<Int>.revision.read(json, node) { return .revision(revision) }
        return (try? Form<Instant>.time.read(json, node)).map { .time($0) }
    } write: { moment, writer in
        switch moment {
        case .newest: writer.null()
        case .revision(let revision): writer.value(revision)
        case .time(let time): writer.value(time)
        }
    }
}

extension Form where Value == EstimateName {
    static let estimateName = Form(.name(.estimateName)) { json, node in
        json.text(node).flatMap { EstimateName($0) }
    } write: {
        $1.value($0.text)
    }
}

extension Form where Value == [EstimateName] {
    /// Names of estimates, each once, in the order of publication.
    static let estimateNames = list(of: .estimateName, countMin: 1, countMax: nil)
        .converted {
            Set($0).sorted()
        } _: {
            $0
        }
}
