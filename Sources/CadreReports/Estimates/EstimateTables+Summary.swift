import CadreContract
import CadrePlanning

extension EstimateTables {
    func tables(_ summary: SummaryEstimate, _ heading: Heading) -> [Table] {
        let head = heading.head
        var headline = Table(
            heading.title("as of \(head.asOf.text), revision \(head.revision)"),
            [
                .init("scenario"), .init("required", .right), .init("on"), .init("filled", .right), .init("on"),
                .init("graduates expected", .right), .init("wanted", .right), .init("others", .right),
                .init("person-periods short, by priority"),
            ])
        for row in summary.scenarios {
            let gaps = Self.byPriority(row.gapPersonPeriods)
            headline.add([
                row.scenario.rawValue, Numbers.short(row.required.peak), head.dateText(row.required.period),
                Numbers.short(row.filled.peak), head.dateText(row.filled.period), Numbers.short(row.expected),
                Numbers.short(row.wanted), Numbers.short(row.others), gaps.isEmpty ? "none" : gaps,
            ])
        }
        return [
            headline, pledges(summary, heading), nations(summary, heading), factors(summary, heading),
            alerts(summary, heading), unresolved(summary, heading),
        ]
    }

    private func pledges(_ summary: SummaryEstimate, _ heading: Heading) -> Table {
        var table = Table(
            heading.title("pledges by status"),
            [.init("status"), .init("pledges", .right), .init("persons", .right)])
        for row in summary.pledges.all {
            table.add([row.name, Numbers.short(row.value.count), Numbers.short(row.value.persons)])
        }
        return table
    }

    private func nations(_ summary: SummaryEstimate, _ heading: Heading) -> Table {
        var table = Table(
            heading.title("nations"),
            [
                .init("nation"), .init("persons"), .init("places", .right), .init("items", .right),
                .init("funds, EUR", .right),
            ])
        for row in summary.nations.all {
            let persons = row.value.persons.all.map { "\(Numbers.short($0.value)) \($0.name)" }
            table.add([
                row.name, persons.joined(separator: ", "), Numbers.short(row.value.places),
                Numbers.short(row.value.items), Numbers.short(row.value.funds),
            ])
        }
        return table
    }

    private func factors(_ summary: SummaryEstimate, _ heading: Heading) -> Table {
        var table = Table(
            heading.title("planning factors that are set, by set"), [.init("set"), .init("factors", .right)])
        for row in summary.factors { table.add([row.set.isEmpty ? "no set" : row.set, Numbers.short(row.count)]) }
        return table
    }

    private func alerts(_ summary: SummaryEstimate, _ heading: Heading) -> Table {
        var table = Table(
            heading.title("alerts"), [.init("code"), .init("subject"), .init("since"), .init("detail")])
        for alert in summary.alerts {
            table.add([
                alert.code.rawValue, alert.key, alert.since.flatMap(heading.head.date) ?? "always", alert.detail,
            ])
        }
        return table
    }

    private func unresolved(_ summary: SummaryEstimate, _ heading: Heading) -> Table {
        var table = Table(
            heading.title("unresolved or unused references"), [.init("entity"), .init("id"), .init("missing")])
        for row in summary.unresolved { table.add([row.entity.rawValue, row.id, row.missing]) }
        return table
    }
}
