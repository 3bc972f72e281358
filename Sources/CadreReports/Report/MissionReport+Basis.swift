import CadreContract
import CadreJSON
import CadrePlanning

// The sources of the report, unresolved references and planning factors.
extension MissionReport {
    var basis: ReportDocument.Section {
        ReportDocument.Section(
            id: "basis", heading: "Sources and assumptions",
            blocks: [.list(sources)] + unresolved + [.heading("Planning factors of this mission")] + factors)
    }

    private var sources: [RichText] {
        let head = figures.head
        var sources: [RichText] = [
            """
            Every figure is one of Cadre's estimates (Cadre \(version)), or a sum, a share or a peak of them; nothing \
            is estimated here.
            """,
            """
            Figures are those of \(strong: source), up to event \(String(head.revision)) of its journal, with the \
            mission's clock at \(head.asOf.text). Dates are in UTC; a figure holds for a whole period of \
            \(Quantity.count(head.periodDays, "day", "days")), which is named by its first day.
            """,
        ]
        sources += Scenario.allCases.map { "\(strong: $0.rawValue): \(Self.meaning($0))." }
        sources.append(
            """
            A pledge is live from when it is indicated until it is withdrawn, and firm once it is confirmed. Lines, \
            courses and pledges without an element are always in.
            """)
        for name in [EstimateName.range, .gaps] {
            if let revision = figures.estimates[name]?.head.revision, revision != head.revision {
                sources.append(
                    """
                    \(name == .range ? "The ranges" : "Gaps, advice and dependence") are of revision \
                    \(strong: String(revision)): they follow the rest in the background.
                    """)
            }
        }
        switch origin {
        case .daemon(_, isNewest: false):
            sources.append("Titles, notes, pledges and factors are the current ones; the figures are older.")
        case .daemon(_, isNewest: true): break
        case .files(_, let rejected):
            if rejected > 0 {
                sources.append(
                    """
                    \(strong: Quantity.count(rejected, "event", "events")) of the files could not be accepted and \
                    \(rejected == 1 ? "is" : "are") not in these figures.
                    """)
            }
        }
        return sources
    }

    private var unresolved: [ReportDocument.Block] {
        let rows = figures.summary.unresolved
        let heading = ReportDocument.Block.heading("Unresolved or unused references")
        guard !rows.isEmpty else { return [heading, .paragraph("All references are resolved.")] }
        var table = ReportTable(
            "Entities with references that are unknown or have no effect",
            [.init("Entity"), .init("Id"), .init("Missing")])
        for row in rows {
            table.add([.init(row.entity.rawValue), .init(row.id), .init(row.missing, isTrouble: true)])
        }
        return [heading, .table(table)]
    }

    private var factors: [ReportDocument.Block] {
        let factors = figures.plan.all(.factor)
        guard !factors.isEmpty else {
            return [.paragraph("None is set: the default factors of Cadre apply.")]
        }
        var table = ReportTable(
            "Factors that this mission sets; for all others the defaults of Cadre apply",
            [.init("Factor"), .init("Value"), .init("Set"), .init("Source"), .init("Event")])
        for entry in factors {
            guard case .factor(let sourced) = entry.event.document else { continue }
            table.add([
                .init(sourced.factor.name), .init(SourcedFactor.writtenValue(in: entry.data).map(value) ?? ""),
                .init(sourced.set), .init(sourced.source),
                .init(entry.event.stamp.source, detail: entry.event.stamp.id),
            ])
        }
        return sets + [.table(table)]
    }

    /// The sets that the factors belong to, unless no factor names one.
    private var sets: [ReportDocument.Block] {
        let sets = figures.summary.factors
        guard sets.contains(where: { !$0.set.isEmpty }) else { return [] }
        var table = ReportTable("Sets that these factors belong to", [.init("Set"), .init("Factors", .right)])
        for row in sets {
            table.add([.init(row.set.isEmpty ? "no set" : row.set), .init(Quantity.number(row.count))])
        }
        return [.table(table)]
    }

    /// A number, or the members of a rule, a commodity, a fund in one line.
    private func value(_ value: JSONValue) -> String {
        if let members = value.members {
            return members.map { "\($0.name) \(self.value($0.value))" }.joined(separator: ", ")
        }
        if let elements = value.elements { return elements.map { self.value($0) }.joined(separator: ", ") }
        return value.text ?? String(decoding: value.source, as: UTF8.self)
    }
}
