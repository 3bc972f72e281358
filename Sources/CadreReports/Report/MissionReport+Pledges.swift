import CadreContract
import CadrePlanning

// Pledges by status, by nation and one by one.
extension MissionReport {
    var pledges: ReportDocument.Section {
        let statuses = figures.summary.pledges
        guard !statuses.all.isEmpty else {
            return ReportDocument.Section(
                id: "pledges", heading: "Pledges", blocks: [.paragraph("There are no pledges yet.")])
        }
        var table = ReportTable(
            "Pledges by status",
            [.init("Status"), .init("Meaning"), .init("Pledges", .right), .init("People", .right)])
        for status in Pledge.Status.allCases {
            guard let row = statuses[status.rawValue] else { continue }
            table.add([
                .init(status.rawValue), .init(Self.meaning(status)), .init(Quantity.number(row.count)),
                .init(Quantity.number(row.persons)),
            ])
        }
        return ReportDocument.Section(
            id: "pledges", heading: "Pledges", blocks: [.table(table), .table(nationTable)] + everyPledge)
    }

    private static func meaning(_ status: Pledge.Status) -> String {
        switch status {
        case .indicated, .offered: "live"
        case .confirmed: "live and firm"
        case .deployed: "live and firm, there"
        case .completed: "firm, was there"
        case .withdrawn: "supplies nothing"
        }
    }

    private var nationTable: ReportTable {
        let live = Pledge.Status.allCases.filter(\.isLive).map(\.rawValue)
        var table = ReportTable(
            "Live pledges by nation: people by status, training places, items, money",
            [.init("Nation")] + live.map { .init($0.prefix(1).uppercased() + $0.dropFirst(), .right) }
                + [.init("Places", .right), .init("Items", .right), .init("Funds, EUR", .right)])
        for row in figures.summary.nations.all {
            let pledged = row.value
            table.add(
                [.init(row.name)]
                    + live.map { .init(pledged.persons[$0].map { Quantity.number($0) } ?? "") }
                    + [
                        .init(blank(Double(pledged.places))), .init(blank(Double(pledged.items))),
                        .init(blank(pledged.funds.rounded())),
                    ])
        }
        return table
    }

    /// Returns an empty text for zero: a matrix is read by its other numbers.
    private func blank(_ value: Double) -> String { value == 0 ? "" : Quantity.number(value) }

    // MARK: One by one

    private var everyPledge: [ReportDocument.Block] {
        let pledges = figures.plan.all(.pledge)
        guard !pledges.isEmpty else { return [] }
        var table = ReportTable(
            "By nation and id; live or not",
            [.init("Pledge"), .init("Status"), .init("Offer"), .init("From"), .init("Until"), .init("Caveats, note")])
        for entry in pledges {
            guard case .pledge(let id, let pledge) = entry.event.document else { continue }
            table.add([
                .init(id.text), .init(pledge.status.rawValue), .init(offer(pledge.offer)),
                .init(from(pledge.offer)?.text ?? ""), .init(until(pledge.offer)?.text ?? ""),
                .init(caveats(pledge.offer), detail: entry.note),
            ])
        }
        return [.heading("Every pledge"), .table(table)]
    }

    private func offer(_ offer: Pledge.Offer) -> String {
        switch offer {
        case .personnel(let personnel):
            "\(Quantity.number(personnel.quantity)) \(personnel.capability.code)"
                + (personnel.also.isEmpty ? "" : ", also " + personnel.also.map(\.code).joined(separator: ", "))
        case .trainingPlaces(let places):
            "\(Quantity.number(places.places)) places of \(figures.plan.name(.course, places.course.text))"
        case .equipment(let equipment):
            "\(Quantity.number(equipment.quantity)) \(figures.plan.name(.item, equipment.item.text)), "
                + equipment.mode.rawValue
        case .funds(let funds): "\(funds.currency) \(Quantity.euro(funds.amount)) for \(funds.fund)"
        }
    }

    private func from(_ offer: Pledge.Offer) -> Day? {
        switch offer {
        case .personnel(let personnel): personnel.from
        case .trainingPlaces(let places): places.start
        case .equipment(let equipment): equipment.delivery
        case .funds: nil
        }
    }

    private func until(_ offer: Pledge.Offer) -> Day? {
        switch offer {
        case .personnel(let personnel): personnel.until
        case .trainingPlaces(let places): places.end
        case .equipment, .funds: nil
        }
    }

    private func caveats(_ offer: Pledge.Offer) -> String {
        guard case .personnel(let personnel) = offer else { return "" }
        let caveats = personnel.caveats
        return caveats.set.sorted { $0.rawValue < $1.rawValue }.map { name in
            let values: [String] =
                switch name {
                case .sites: caveats.sites.map(\.text)
                case .notSites: caveats.notSites.map(\.text)
                case .maxThreat: caveats.maxThreat.map { [$0.rawValue] } ?? []
                case .notAudiences: caveats.notAudiences.map(\.text)
                case .elements: caveats.elements.map(\.text)
                case .abroadOnly: []
                }
            return values.isEmpty ? name.rawValue : "\(name.rawValue): \(values.joined(separator: ", "))"
        }.joined(separator: "; ")
    }
}
