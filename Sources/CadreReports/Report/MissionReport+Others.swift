import CadreContract
import CadrePlanning

// Posts and supplies that others provide because a rule or commodity is hosted: the list for the host nation and the
// coalition. Source: MODEL §§ 6 and 8.
extension MissionReport {
    var others: ReportDocument.Section {
        ReportDocument.Section(
            id: "others", heading: "To be provided by others",
            blocks: hostedPosts.isEmpty && hostedUse.isEmpty
                ? [.paragraph("The offered plan needs no hosted posts or supplies: others need not provide anything.")]
                : [
                    .paragraph(
                        """
                        Posts and supplies of the offered plan at sites where the host nation or a larger camp provides \
                        them. They count in no figure of the mission's own.
                        """)
                ] + postBlocks + useBlocks)
    }

    /// A series of a site that is not zero throughout.
    private struct Hosted {
        /// A capability or a commodity.
        let name: String
        let site: String
        let series: [Double]
    }

    private var hostedPosts: [Hosted] {
        figures.force().hosted.all.flatMap { site in
            site.value.all.map { Hosted(name: $0.name, site: site.name, series: $0.value.reals) }
        }.filter { $0.series.contains { $0 > 0 } }
    }

    private var hostedUse: [Hosted] {
        figures.logistics().hosted.all.flatMap { commodity in
            commodity.value.all.map { Hosted(name: commodity.name, site: $0.name, series: $0.value) }
        }.filter { $0.series.contains { $0 > 0 } }
    }

    private var postBlocks: [ReportDocument.Block] {
        let rows = hostedPosts
        guard !rows.isEmpty else { return [.paragraph("No posts are hosted.")] }
        var table = ReportTable(
            "Posts to be provided by others, by site and capability",
            [
                .init("Site"), .init("Capability"), .init("At most", .right), .init("from"), .init("Now", .right),
                .init("First on"), .init("Until"), .init("Over time"),
            ])
        for row in rows {
            let most = MissionFigures.peak(row.series)
            table.add([
                figures.plan.cell(.site, row.site), .init(row.name), .init(Quantity.number(most?.value)),
                .init(figures.date(most?.period)),
                .init(Quantity.number(figures.now < row.series.count ? row.series[figures.now] : nil)), first(row),
                last(row), spark(row, "posts"),
            ])
        }
        return [.heading("Posts"), .table(table)]
    }

    private var useBlocks: [ReportDocument.Block] {
        let rows = hostedUse
        guard !rows.isEmpty else { return [.paragraph("No supplies are hosted.")] }
        var table = ReportTable(
            "Supplies to be provided by others, by commodity and site",
            [
                .init("Commodity"), .init("Site"), .init("Unit"), .init("Use a day at most", .right), .init("from"),
                .init("From now on in all", .right), .init("First on"), .init("Until"), .init("Over time"),
            ])
        for row in rows {
            let most = MissionFigures.peak(row.series)
            table.add([
                .init(row.name, detail: hostedUnless(row)), figures.plan.cell(.site, row.site),
                .init(figures.plan.unit(ofCommodity: row.name)),
                .init(Quantity.number(most.map { $0.value / Double(figures.axis.periodDays) })),
                .init(figures.date(most?.period)), .init(Quantity.number(figures.sumFromNow(row.series))), first(row),
                last(row), spark(row, "use"),
            ])
        }
        return [.heading("Supplies"), .table(table)]
    }

    /// Returns the element with which the mission provides a commodity itself, or `nil` if there is no such element.
    private func hostedUnless(_ row: Hosted) -> String? {
        let service = Site.Service.commodity(ID(row.name))
        let element = figures.plan.site(row.site)?.hosted.first { $0.service == service }?.element
        return element.map { "unless \(figures.plan.name(.element, $0.text)) is in" }
    }

    private func first(_ row: Hosted) -> ReportTable.Cell {
        .init(figures.date(row.series.firstIndex { $0 > 0 }))
    }

    private func last(_ row: Hosted) -> ReportTable.Cell {
        .init(figures.date(row.series.lastIndex { $0 > 0 }.map { $0 + 1 }))
    }

    private func spark(_ row: Hosted, _ what: String) -> ReportTable.Cell {
        .init(
            Spark(
                title: "\(row.name) at \(row.site): \(what) by others", required: [], filled: row.series,
                now: figures.now < row.series.count ? figures.now : nil))
    }
}
