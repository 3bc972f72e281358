import CadreContract
import CadreJSON

/// The report on one mission, for those who decide with it: made of its estimates and documents alone.
///
/// The same input gives the same bytes.
public struct MissionReport: Sendable {
    /// Where the figures come from.
    public enum Origin: Sendable {
        /// A daemon, asked at an endpoint; `now` tells whether the titles are those of the figures' revision.
        case daemon(endpoint: String, isNewest: Bool)
        /// Event files; `rejected` of their events could not be accepted.
        case files([String], rejected: Int)
    }

    let figures: MissionFigures
    let origin: Origin
    let version: String
    let written: String?

    /// - Parameters:
    ///   - estimates: Data as the contract has it; `summary` among them. What is missing is said to be missing.
    ///   - plan: The documents that stand.
    ///   - version: Of Cadre.
    ///   - written: A time of this machine's, where the report shall tell when it was written.
    public init(
        _ estimates: [EstimateName: JSONValue], plan: StandingPlan, origin: Origin, version: String,
        written: String? = nil
    ) {
        figures = MissionFigures(estimates, plan)
        self.origin = origin
        self.version = version
        self.written = written
    }

    /// A page for browsers and printers: HTML 5 in UTF-8, complete in itself.
    public var html: [UInt8] { HTMLPage(document).bytes }

    /// For mail: Markdown with GitHub's tables; charts are told in a sentence.
    public var markdown: String { MarkdownPage(document).text }

    var document: ReportDocument {
        let mission = figures.plan.all(.mission).first
        let frame = figures.frame
        let title = mission?.text("name") ?? frame.mission
        return ReportDocument(
            title: title, marking: frame.marking.flatMap { $0.isEmpty ? nil : $0 },
            running: "\(frame.mission) · as of \(frame.asOf.prefix(10)) · revision \(frame.revision)",
            facts: facts(mission),
            sections: [
                headline, force, requirements, training, gaps, supply, others, money, pledges, basis,
            ])
    }

    private func facts(_ mission: StandingPlan.Entity?) -> [ReportDocument.Fact] {
        let frame = figures.frame
        let days = frame.periodDays == 7 ? "weeks" : "periods of \(Quantity.count(frame.periodDays, "day", "days"))"
        var facts = [
            ReportDocument.Fact(name: "As of", value: frame.asOf),
            ReportDocument.Fact(
                name: "Planned",
                value: "\(figures.date(0)) to \(figures.date(figures.periods)), in \(Quantity.number(figures.periods)) "
                    + (figures.periods == 1 && frame.periodDays == 7 ? "week" : days)),
            ReportDocument.Fact(name: "Revision", value: "\(frame.revision) of mission \(frame.mission)"),
        ]
        for (name, member) in [("Mandate", "mandate"), ("Partner", "partner")] {
            if let text = mission?.text(member) { facts.append(ReportDocument.Fact(name: name, value: text)) }
        }
        if let site = mission?.text("hqSite") {
            facts.append(ReportDocument.Fact(name: "Headquarters", value: figures.plan.name(.site, site)))
        }
        facts.append(ReportDocument.Fact(name: "From", value: source))
        if let marking = frame.marking, !marking.isEmpty {
            facts.append(ReportDocument.Fact(name: "Marking", value: marking))
        }
        if let written { facts.append(ReportDocument.Fact(name: "Written", value: written)) }
        return facts
    }

    /// Which daemon, or which files.
    var source: String {
        switch origin {
        case .daemon(let endpoint, _): "the daemon at \(endpoint)"
        case .files(let paths, _):
            paths.map { $0 == "-" ? "standard input" : $0 }.joined(separator: ", ")
        }
    }
}
