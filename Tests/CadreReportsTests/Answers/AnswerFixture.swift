import CadreContract
import CadreJSON

/// Answers of a node about a mission of ten weeks from 1 January 2024.
enum AnswerFixture {
    static func json(_ text: String) throws -> JSONValue { try JSONValue(parsing: Array(text.utf8)) }

    /// The data of an estimate as text.
    static func data(_ figures: PublishedEstimate.Figures, periods: Int = 10) throws -> String {
        let estimate = PublishedEstimate(head: try EstimateFixture.head(periods: periods), figures: figures)
        return String(decoding: try EstimateFixture.data(estimate).source, as: UTF8.self)
    }

    /// The answer of `plan.whatif` for the summary.
    static func whatIf(
        _ name: EstimateName = .summary, before: String, after: String, changes: [String] = []
    ) throws -> PlanWhatIf.Answer {
        let changes = changes.joined(separator: ",")
        let result = """
            {"estimates":{"\(name.text)":{"before":\(before),"after":\(after),"changes":[\(changes)]}},"rejected":[]}
            """
        return try PlanWhatIf.answer(reading: try json(result))
    }

    static func change(_ path: String, _ before: String, _ after: String, name: String? = nil) -> String {
        let named = name.map { "\"name\":\"\($0)\"," } ?? ""
        return "{\(named)\"path\":\"\(path)\",\"before\":\(before),\"after\":\(after)}"
    }

    static func event(_ sequence: Int, _ changes: [String]) -> String {
        """
        {"source":"urn:s","id":"e\(sequence)","sequence":\(sequence),"type":"cadre.pledge.recorded.v1",\
        "time":"2024-01-0\(sequence)T08:00:00Z","changes":[\(changes.joined(separator: ","))]}
        """
    }

    static func part(
        _ label: String, _ value: String, _ basis: String, _ event: String?, note: String? = nil
    ) -> String {
        """
        {"label":"\(label)","value":\(value),"basis":"\(basis)","source":"MODEL § 6",\
        "event":\(event.map { "\"\($0)\"" } ?? "null")\(note.map { ",\"note\":\"\($0)\"" } ?? "")}
        """
    }

    /// - Parameter when: The members that name the period.
    static func explanation(
        _ value: String, _ parts: [String], figure: String = "force.required",
        when: String = #""period":2,"date":"2024-01-15","#
    ) throws -> PlanExplain.Answer {
        let result = """
            {"mission":"m1","revision":7,"asOf":"2024-01-09T08:00:00Z","scenario":"offered","figure":"\(figure)",\
            \(when)"value":\(value),"unit":"persons","parts":[\(parts.joined(separator: ","))]}
            """
        return try PlanExplain.answer(reading: try json(result))
    }
}
