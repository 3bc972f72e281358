import CadreContract
import CadrePlanning

/// The report on one mission for decision makers, made only of its estimates and documents.
///
/// The same input gives the same bytes.
public struct MissionReport: Sendable {
    /// The origin of the figures.
    public enum Origin: Sendable {
        /// A daemon at an endpoint; `isNewest` states whether the titles belong to the figures' revision.
        case daemon(endpoint: String, isNewest: Bool)
        /// Event files, of which this many events were rejected.
        case files([String], rejected: Int)
    }

    let figures: MissionFigures
    let origin: Origin
    let version: String
    let written: String?

    /// Creates a report.
    /// - Parameters:
    ///   - estimates: The estimates, with `summary`. The report states which are missing.
    ///   - plan: The current documents.
    ///   - version: The version of Cadre.
    ///   - written: The time of writing by this machine's clock, or `nil` for a report without it.
    public init(
        _ estimates: PublishedEstimates, plan: PlanDocuments, origin: Origin, version: String,
        written: String? = nil
    ) {
        figures = MissionFigures(estimates, plan)
        self.origin = origin
        self.version = version
        self.written = written
    }

    /// The report as a page for browsers and printers: one HTML 5 file in UTF-8 that loads nothing else.
    public var html: [UInt8] { HTMLPage(document).bytes }

    /// The report for mail: Markdown with GitHub's tables; a sentence replaces each chart.
    public var markdown: String { MarkdownPage(document).text }

    var document: ReportDocument {
        let mission = figures.plan.mission
        let head = figures.head
        let title = mission?.name.unlessEmpty ?? head.mission.text
        return ReportDocument(
            title: title, marking: head.marking?.unlessEmpty,
            running: "\(head.mission) · as of \(head.asOf.day.text) · revision \(head.revision)",
            facts: facts(mission),
            sections: [
                headline, force, requirements, training, gaps, supply, others, money, pledges, basis,
            ])
    }

    private func facts(_ mission: Mission?) -> [ReportDocument.Fact] {
        let head = figures.head
        let days = head.periodDays == 7 ? "weeks" : "periods of \(Quantity.count(head.periodDays, "day", "days"))"
        var facts = [
            ReportDocument.Fact(name: "As of", value: head.asOf.text),
            ReportDocument.Fact(
                name: "Planned",
                value: "\(figures.date(0)) to \(figures.date(figures.periods)), in \(Quantity.number(figures.periods)) "
                    + (figures.periods == 1 && head.periodDays == 7 ? "week" : days)),
            ReportDocument.Fact(name: "Revision", value: "\(head.revision) of mission \(head.mission)"),
        ]
        for (name, text) in [("Mandate", mission?.mandate), ("Partner", mission?.partner?.text)] {
            if let text = text?.unlessEmpty { facts.append(ReportDocument.Fact(name: name, value: text)) }
        }
        if let site = mission?.hqSite {
            facts.append(ReportDocument.Fact(name: "Headquarters", value: figures.plan.name(.site, site.text)))
        }
        facts.append(ReportDocument.Fact(name: "From", value: source))
        if let marking = head.marking?.unlessEmpty {
            facts.append(ReportDocument.Fact(name: "Marking", value: marking))
        }
        if let written { facts.append(ReportDocument.Fact(name: "Written", value: written)) }
        return facts
    }

    /// The daemon or the files, in words.
    var source: String {
        switch origin {
        case .daemon(let endpoint, _): "the daemon at \(endpoint)"
        case .files(let paths, _):
            paths.map { $0 == "-" ? "standard input" : $0 }.joined(separator: ", ")
        }
    }
}
