import CadreContract
import CadreJSON

/// The effects of events as a person reads them: the headline first, then all other changes by path.
public enum WhatIfTables {
    /// - Parameters:
    ///   - answer: The result of `plan.whatif`.
    ///   - all: Whether all changes are shown, or the first of each estimate.
    /// - Throws: The member of an estimate that is not as the contract has it.
    public static func tables(_ answer: JSONValue, all: Bool) throws(EstimateFault) -> [Table] {
        var tables: [Table] = []
        for (name, difference) in ordered(answer) {
            let before = try estimate(name, difference["before"])
            let after = try estimate(name, difference["after"])
            if name == EstimateName.summary.text {
                tables += SummaryComparison(before: before, after: after).tables("what would change", all: all)
            }
            tables.append(further(name, difference, of: after ?? before, all: all))
        }
        return tables
    }

    /// Reads an estimate, or returns `nil` for one that is null, absent, or of a later version.
    private static func estimate(_ name: String, _ data: JSONValue?) throws(EstimateFault) -> PublishedEstimate? {
        guard let name = EstimateName(name), let data, !data.isNull else { return nil }
        return try PublishedEstimate(name, reading: data)
    }

    /// Returns whether nothing would change.
    public static func isEmpty(_ answer: JSONValue) -> Bool {
        ordered(answer).allSatisfy { ($0.value["changes"]?.elements ?? []).isEmpty }
    }

    /// Returns the changes of one estimate that the summary's tables do not show.
    static func further(_ name: String, _ difference: JSONValue, of estimate: PublishedEstimate?, all: Bool) -> Table {
        let isSummary = name == EstimateName.summary.text
        let changes = (difference["changes"]?.elements ?? []).compactMap(FigureChange.init).filter {
            !isSummary || !SummaryComparison.covers($0)
        }
        return ChangeTable(changes, of: estimate).table("changes in \(name)", all: all)
    }

    /// Returns the estimates in the order of publication, then those of later versions by name.
    static func ordered(_ answer: JSONValue) -> [(name: String, value: JSONValue)] {
        (answer["estimates"]?.members ?? []).sorted { a, b in
            switch (EstimateName(a.name), EstimateName(b.name)) {
            case (let first?, let second?): first < second
            case (_?, nil): true
            default: false
            }
        }
    }
}
