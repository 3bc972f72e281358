import CadreContract
import CadreJSON

/// The effects of events as a person reads them: the headline first, then all other changes by path.
public enum WhatIfTables {
    /// Returns the tables of an answer.
    /// - Parameter all: Whether all changes are shown, or the first of each estimate.
    /// - Throws: The member of an estimate that does not follow the contract.
    public static func tables(_ answer: PlanWhatIf.Answer, all: Bool) throws(PublishedFault) -> [Table] {
        var tables: [Table] = []
        for difference in answer.estimates {
            let before = try estimate(difference.name, difference.before)
            let after = try estimate(difference.name, difference.after)
            if difference.name == .summary {
                tables += SummaryComparison(before: before, after: after).tables("changes by the events", all: all)
            }
            tables.append(further(difference.name, difference.changes, of: after ?? before, all: all))
        }
        return tables
    }

    private static func estimate(
        _ name: EstimateName, _ data: JSONValue?
    ) throws(PublishedFault) -> PublishedEstimate? {
        guard let data else { return nil }
        return try PublishedEstimate(name, reading: data)
    }

    /// Returns whether nothing would change.
    public static func isEmpty(_ answer: PlanWhatIf.Answer) -> Bool { answer.estimates.allSatisfy(\.changes.isEmpty) }

    /// Returns the changes of one estimate that the summary's tables do not show.
    static func further(
        _ name: EstimateName, _ changes: [FigureChange], of estimate: PublishedEstimate?, all: Bool
    ) -> Table {
        ChangeTable(changes.filter { name != .summary || !SummaryComparison.covers($0) }, of: estimate)
            .table("changes in \(name.text)", all: all)
    }
}
