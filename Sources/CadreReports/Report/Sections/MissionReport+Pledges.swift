import CadreContract
import CadreJSON
import CadrePlanning

/// Who pledged what, and how firmly.
extension MissionReport {
    private var summary: JSONValue { figures[.summary] }

    var pledges: ReportDocument.Section {
        let statuses = summary.rows("pledges")
        guard !statuses.isEmpty else {
            return ReportDocument.Section(
                id: "pledges", heading: "Pledges", blocks: [.paragraph("No nation has pledged anything yet.")])
        }
        var table = ReportTable(
            "Pledges by status",
            [.init("Status"), .init("What that means"), .init("Pledges", .right), .init("People", .right)])
        for status in Pledge.Status.allCases.map(\.rawValue) {
            guard let row = statuses.first(where: { $0.name == status })?.value else { continue }
            table.add([
                .init(status), .init(Self.meaning[status] ?? ""), .init(Quantity.number(row.real("count"))),
                .init(Quantity.number(row.real("persons"))),
            ])
        }
        return ReportDocument.Section(
            id: "pledges", heading: "Pledges", blocks: [.table(table), .table(nationTable)] + everyPledge)
    }

    private static let meaning = [
        "indicated": "live", "offered": "live", "confirmed": "live and firm", "deployed": "live and firm, there",
        "completed": "firm, was there", "withdrawn": "supplies nothing",
    ]

    private var nationTable: ReportTable {
        let live = Pledge.Status.allCases.map(\.rawValue).filter { $0 != "withdrawn" }
        var table = ReportTable(
            "Live pledges by nation: people by status, training places, items, money",
            [.init("Nation")] + live.map { .init($0.prefix(1).uppercased() + $0.dropFirst(), .right) }
                + [.init("Places", .right), .init("Items", .right), .init("Funds, EUR", .right)])
        for (nation, row) in summary.rows("nations") {
            table.add(
                [.init(nation)]
                    + live.map { .init(row["persons"]?.real($0).map { Quantity.number($0) } ?? "") }
                    + [
                        .init(blank(row.real("places"))), .init(blank(row.real("items"))),
                        .init(blank(row.real("funds")?.rounded())),
                    ])
        }
        return table
    }

    /// A matrix is read by what is in it: nothing for zero.
    private func blank(_ value: Double?) -> String { value == 0 ? "" : Quantity.number(value) }

    // MARK: One by one

    private var everyPledge: [ReportDocument.Block] {
        let pledges = figures.plan.all(.pledge)
        guard !pledges.isEmpty else { return [] }
        var table = ReportTable(
            "By nation and id; live or not",
            [.init("Pledge"), .init("Status"), .init("What"), .init("From"), .init("Until"), .init("Caveats, note")])
        for pledge in pledges {
            let document = pledge.document
            table.add([
                .init(pledge.id), .init(pledge.text("status") ?? ""), .init(what(document)),
                .init(pledge.text("from") ?? pledge.text("start") ?? pledge.text("delivery") ?? ""),
                .init(pledge.text("until") ?? pledge.text("end") ?? ""),
                .init(caveats(document), detail: pledge.text("note")),
            ])
        }
        return [.heading("Every pledge"), .table(table)]
    }

    private func what(_ document: JSONValue) -> String {
        func number(_ name: String) -> String { Quantity.number(document.real(name)) }
        let also = document.list("also").compactMap(\.text)
        switch document["kind"]?.text {
        case "personnel":
            return "\(number("quantity")) \(document["capability"]?.text ?? "")"
                + (also.isEmpty ? "" : ", also " + also.joined(separator: ", "))
        case "training-places":
            return "\(number("places")) places of \(figures.plan.name(.course, document["course"]?.text ?? ""))"
        case "equipment":
            return "\(number("quantity")) \(figures.plan.name(.item, document["item"]?.text ?? "")), "
                + (document["mode"]?.text ?? "")
        case "funds":
            return "\(document["currency"]?.text ?? "EUR") \(Quantity.euro(document.real("amount"))) for "
                + (document["fund"]?.text ?? "")
        default: return document["kind"]?.text ?? ""
        }
    }

    private func caveats(_ document: JSONValue) -> String {
        (document["caveats"]?.members ?? []).compactMap { name, value -> String? in
            if let list = value.elements {
                return list.isEmpty ? nil : "\(name): " + list.compactMap(\.text).joined(separator: ", ")
            }
            if let isSet = value.boolean { return isSet ? name : nil }
            return "\(name): \(value.text ?? "")"
        }.joined(separator: "; ")
    }
}
