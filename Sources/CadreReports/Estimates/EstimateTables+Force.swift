import CadreContract
import CadrePlanning

// The force and its assignments: `force` and `manning`.
extension EstimateTables {
    func tables(_ force: ForceEstimate, _ heading: Heading) -> [Table] {
        let whole = [("in theatre", force.inTheatre), ("abroad", force.abroad), ("visiting", force.visiting)]
        var tables = [strengths(heading.title("strength, persons"), whole, column: "area")]
        for (rows, column) in [
            (force.byCapability, "capability"), (force.bySite, "site"), (force.byLine, "line"),
        ] {
            tables.append(
                strengths(heading.title("by \(column)"), rows.all.map { ($0.name, $0.value) }, column: column))
        }
        var nations = Table(
            heading.title("persons used, by nation"),
            [.init("nation"), .init("at most", .right), .init("over time")])
        for row in force.byNation.all {
            nations.add([row.name, Numbers.short(row.value.max() ?? 0), chart(row.value.reals)])
        }
        return tables + [nations, hosted(force, heading)]
    }

    /// Returns a row for each name: the peaks, and required and filled over time.
    private func strengths(_ title: String, _ rows: [(String, Strength)], column: String) -> Table {
        var table = Table(
            title,
            [
                .init(column), .init("required", .right), .init("filled", .right), .init("short at most", .right),
                .init("required over time"), .init("filled over time"),
            ])
        for (name, strength) in rows {
            let required = strength.required.reals
            let filled = strength.filled.reals
            let top = required.max() ?? 0
            let gap = zip(required, filled).map { $0 - $1 }.max() ?? 0
            table.add([
                name, Numbers.short(top), Numbers.short(filled.max() ?? 0), Numbers.short(gap),
                chart(required, top: top), chart(filled, top: top),
            ])
        }
        return table
    }

    private func hosted(_ force: ForceEstimate, _ heading: Heading) -> Table {
        var table = Table(
            heading.title("posts to be provided by others"),
            [.init("site"), .init("capability"), .init("at most", .right), .init("over time")])
        for site in force.hosted.all {
            for row in site.value.all {
                table.add([site.name, row.name, Numbers.short(row.value.max() ?? 0), chart(row.value.reals)])
            }
        }
        return table
    }

    func tables(_ manning: ManningEstimate, _ heading: Heading) -> [Table] {
        var assigned = Table(
            heading.title("assignments"),
            [.init("pledge"), .init("group"), .init("persons", .right), .init("from"), .init("until")])
        for row in manning.assignments {
            assigned.add([
                row.pledge.text, row.group, Numbers.short(row.persons), heading.head.dateText(row.from),
                heading.head.dateText(row.until),
            ])
        }
        var surplus = Table(
            heading.title("people without a post"),
            [.init("pledge"), .init("reason"), .init("persons", .right), .init("from"), .init("until")])
        for row in manning.surplus {
            surplus.add([
                row.pledge.text, row.reason.text, Numbers.short(row.persons), heading.head.dateText(row.from),
                heading.head.dateText(row.until),
            ])
        }
        return [assigned, surplus]
    }
}
