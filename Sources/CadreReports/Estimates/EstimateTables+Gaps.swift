import CadreContract
import CadrePlanning

extension EstimateTables {
    func tables(_ gaps: GapsEstimate, _ heading: Heading) -> [Table] {
        [
            shortfalls(gaps, heading), advice(gaps, heading), packages(gaps, heading), dependence(gaps, heading),
        ]
    }

    private func shortfalls(_ gaps: GapsEstimate, _ heading: Heading) -> Table {
        var table = Table(
            heading.title("shortfalls"),
            [
                .init("priority", .right), .init("capability"), .init("site"), .init("from"), .init("until"),
                .init("peak", .right), .init("person-periods", .right), .init("graduates lost", .right),
                .init("needed by"),
            ])
        for row in gaps.shortfalls {
            table.add([
                Numbers.short(row.priority), row.capability.code, row.site.text, heading.head.dateText(row.from),
                heading.head.dateText(row.until), Numbers.short(row.peak), Numbers.short(row.personPeriods),
                Numbers.short(row.graduatesLost), row.origin.joined(separator: ", "),
            ])
        }
        return table
    }

    private func advice(_ gaps: GapsEstimate, _ heading: Heading) -> Table {
        var table = Table(
            heading.title("most helpful pledges"),
            [.init("step"), .init("graduates", .right), .init("person-periods, by priority")])
        for row in gaps.advice { table.add([step(row.step)] + cells(row.gain)) }
        return table
    }

    private func packages(_ gaps: GapsEstimate, _ heading: Heading) -> Table {
        var table = Table(
            heading.title("pledges that help together"),
            [
                .init("priority up to", .right), .init("pledges"), .init("graduates", .right),
                .init("person-periods, by priority"),
            ])
        for row in gaps.packages {
            let pledges = row.pledges.map {
                wanted($0.quantity, $0.capability, for: $0.site, from: $0.from, until: $0.until)
            }
            table.add([Numbers.short(row.priority), pledges.joined(separator: "; ")] + cells(row.gain))
        }
        return table
    }

    private func dependence(_ gaps: GapsEstimate, _ heading: Heading) -> Table {
        var table = Table(
            heading.title("loss without one nation"),
            [.init("nation"), .init("graduates", .right), .init("person-periods, by priority")])
        for row in gaps.dependence { table.add([row.nation.text] + cells(row.loss)) }
        return table
    }

    private func cells(_ gain: GapsEstimate.Gain) -> [String] {
        [Numbers.short(gain.graduates), Self.byPriority(gain.personPeriods)]
    }

    private func step(_ step: GapsEstimate.Advice.Step) -> String {
        switch step {
        case .pledge(let shortfall, let quantity, let from, let until):
            wanted(quantity, shortfall.capability, for: shortfall.site, from: from, until: until)
        case .caveat(let pledge, let caveat): "\(pledge) without its caveat \(caveat.rawValue)"
        }
    }

    private func wanted(
        _ quantity: Int, _ capability: Capability, for site: ID<Site>, from: Day, until: Day
    ) -> String {
        "\(Numbers.short(quantity)) \(capability.code) (for \(site)), \(from.text) to \(until.text)"
    }
}
