import CadreContract
import CadreJSON

/// What events would change, as a person reads it: first what a planner asks first, then everything else by path.
public enum WhatIfTables {
    /// - Parameters:
    ///   - answer: The result of `plan.whatif`.
    ///   - all: Whether all changes are shown, or the first of each estimate.
    public static func tables(_ answer: JSONValue, all: Bool) -> [Table] {
        var tables: [Table] = []
        for (name, difference) in ordered(answer) {
            let isSummary = name == EstimateName.summary.text
            if isSummary {
                tables += SummaryComparison(before: difference["before"], after: difference["after"])
                    .tables("what would change", all: all)
            }
            let document = [difference["after"], difference["before"]].compactMap { $0 }.first { !$0.isNull }
            tables.append(further(name, difference, of: document, all: all))
        }
        return tables
    }

    /// Whether nothing at all would change.
    public static func isEmpty(_ answer: JSONValue) -> Bool {
        ordered(answer).allSatisfy { ($0.value["changes"]?.elements ?? []).isEmpty }
    }

    /// The changes of one estimate that no table of the summary tells.
    static func further(_ name: String, _ difference: JSONValue, of document: JSONValue?, all: Bool) -> Table {
        let isSummary = name == EstimateName.summary.text
        let changes = (difference["changes"]?.elements ?? []).compactMap(FigureChange.init).filter {
            !isSummary || !SummaryComparison.covers($0)
        }
        return ChangeTable(changes, of: document).table("changes in \(name)", all: all)
    }

    /// In the order of publication; an object's members come by their names.
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
