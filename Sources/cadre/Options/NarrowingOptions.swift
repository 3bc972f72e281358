import ArgumentParser
import CadreReports

/// What a figure is narrowed by.
struct NarrowingOptions: ParsableArguments {
    @Option(help: "Of force.required, force.filled and logistics.use: this site alone.")
    var site: String?

    @Option(help: "Of force.required and force.filled: posts that ask for this alone.")
    var capability: String?

    @Option(help: "Of training.graduates: this course alone.")
    var course: String?

    @Option(help: "Of logistics.use, where it must be given: which commodity.")
    var commodity: String?

    var narrowing: PeriodChoice.Narrowing {
        PeriodChoice.Narrowing(site: site, capability: capability, course: course, commodity: commodity)
    }
}
