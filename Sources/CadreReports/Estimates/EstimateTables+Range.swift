import CadreContract
import CadrePlanning

extension EstimateTables {
    func tables(_ range: RangeEstimate, _ heading: Heading) -> [Table] {
        [spreads(range, heading), drivers(range, heading)]
    }

    private func spreads(_ range: RangeEstimate, _ heading: Heading) -> Table {
        var table = Table(
            heading.title("ranges of \(Numbers.short(range.samples)) samples"),
            [
                .init("figure"), .init("p10", .right), .init("p50", .right), .init("p90", .right),
                .init("mean", .right),
            ])
        let firmness = range.firmness
        for (figure, spread) in [
            ("peak required (undecided elements)", range.structural.peakRequired),
            ("peak filled (firmness of pledges)", firmness.peakFilled), ("graduates expected", firmness.graduates),
            ("water", firmness.water), ("fuel", firmness.fuel), ("cost, EUR", firmness.cost),
        ] {
            table.add([figure] + [spread.p10, spread.p50, spread.p90, spread.mean].map(Numbers.short))
        }
        return table
    }

    private func drivers(_ range: RangeEstimate, _ heading: Heading) -> Table {
        var table = Table(
            heading.title("effects of undecided elements"),
            [
                .init("element"), .init("peak required", .right), .init("person-periods", .right),
                .init("graduates", .right),
            ])
        for driver in range.drivers {
            table.add([
                driver.element.text, Numbers.short(driver.peakRequired), Numbers.short(driver.personPeriods),
                Numbers.short(driver.graduates),
            ])
        }
        return table
    }
}
