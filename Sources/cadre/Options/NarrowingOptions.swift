import ArgumentParser
import CadrePlanning
import CadreReports

/// The options that narrow a figure.
struct NarrowingOptions: ParsableArguments {
    @Option(help: "The site, for figures of force and logistics.")
    var site: String?

    @Option(help: "The capability that posts require, for figures of force.")
    var capability: String?

    @Option(help: "The course, for training.graduates.")
    var course: String?

    @Option(help: "The commodity, for logistics.use; required there.")
    var commodity: String?

    @Option(help: "The run, or DEMAND#n of a planned one, for training.staffing; required there.")
    var run: String?

    @Option(help: "The kind of cost, for logistics.cost: personnel, supplies, lift …")
    var kind: CostKind?

    @Option(help: "The nation of the people that cause the cost, for logistics.cost.")
    var nation: String?

    @Option(help: "The fund that pays the cost, for logistics.cost.")
    var fund: String?

    var narrowing: PeriodChoice.Narrowing {
        PeriodChoice.Narrowing(
            site: site, capability: capability, course: course, commodity: commodity, kind: kind?.rawValue,
            nation: nation, fund: fund)
    }

    /// Returns the question about a figure, narrowed by the options.
    func question(_ figure: Question.Figure, scenario: Scenario, period: Int?) -> Question {
        Question(
            figure, scenario: scenario, period: period, site: site.map { ID($0) },
            capability: capability.map { Capability($0) }, course: course.map { ID($0) },
            commodity: commodity.map { ID($0) }, run: run, kind: kind, nation: nation.map { ID($0) },
            fund: fund.map { ID($0) })
    }
}

extension CostKind: ExpressibleByArgument {}
