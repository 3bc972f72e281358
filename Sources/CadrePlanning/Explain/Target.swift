/// A question whose names were found in the plan, in numbers, with nothing in it that its figure cannot use.
enum Target: Equatable, Sendable {
    /// The posts of a site, or of all sites in theatre; of one capability, or of all.
    struct Posts: Equatable, Sendable {
        let site: Int?
        let capability: Int?

        func includes(_ group: Group) -> Bool {
            includes(site: group.site, inTheatre: group.inTheatre) && includes(capability: group.capability)
        }

        func includes(site other: Int, inTheatre: Bool) -> Bool { site.map { $0 == other } ?? inTheatre }

        func includes(capability other: Int) -> Bool { capability.map { $0 == other } ?? true }
    }

    /// The part of the cost that is requested; `nil` for all.
    struct Cost: Equatable, Sendable {
        var kind: CostKind?
        var site: Int?
        var nation: Int?
        /// The index among the plan's charges.
        var fund: Int?
    }

    case required(Posts)
    case filled(Posts)
    case gap(Posts)
    case graduates(course: Int?)
    /// The index of the run.
    case staffing(run: Int)
    /// The index of the commodity.
    case use(commodity: Int, site: Int?)
    case lift(site: Int?)
    case cost(Cost)

    /// Creates the target of a question.
    /// - Throws: The fault of the first wrong member.
    init(_ question: Question, _ basis: Basis, _ step: PlanStep) throws(QuestionFault) {
        if let period = question.period {
            guard basis.horizon.contains(period) else { throw .period(period, periods: basis.horizon.periods) }
        } else if !question.figure.isOfHorizon {
            throw .missing(.period, known: ["0 to \(basis.horizon.periods - 1)"])
        }
        let narrowings = question.figure.narrowings
        if let unfit = question.narrowedBy.first(where: { !narrowings.contains($0) }) {
            throw .unfit(unfit, question.figure)
        }
        let sites = basis.sites.map { Named(text: $0.id.text, number: $0.number, fits: true) }
        let inTheatre = basis.sites.map { Named(text: $0.id.text, number: $0.number, fits: $0.site.inTheatre) }
        switch question.figure {
        case .forceRequired: self = .required(try Target.posts(question, basis, step, sites))
        case .forceFilled: self = .filled(try Target.posts(question, basis, step, sites))
        case .forceGap: self = .gap(try Target.posts(question, basis, step, sites))
        case .trainingGraduates:
            let courses = basis.courses.map { Named(text: $0.id.text, number: $0.number, fits: true) }
            self = .graduates(course: try Target.number(of: question.course?.text, .course, among: courses))
        case .trainingStaffing:
            let runs = step.plan.training.runs.enumerated().map { Named(text: $1.name, number: $0, fits: true) }
            guard let run = try Target.number(of: question.run, .run, among: runs) else {
                throw .missing(.run, known: runs.map(\.text))
            }
            self = .staffing(run: run)
        case .logisticsUse:
            let names = basis.factors.commodities.enumerated().map { Named(text: $1.id.text, number: $0, fits: true) }
            guard let commodity = try Target.number(of: question.commodity?.text, .commodity, among: names) else {
                throw .missing(.commodity, known: names.map(\.text))
            }
            // Commodities are only for sites in theatre (MODEL § 8).
            self = .use(
                commodity: commodity, site: try Target.number(of: question.site?.text, .site, among: inTheatre))
        case .logisticsLift:
            self = .lift(site: try Target.number(of: question.site?.text, .site, among: inTheatre))
        case .logisticsCost:
            let nations = step.estimates.force.byNation.all.map { row in
                Named(text: row.name, number: basis.numbers.entities.nations.known(ID(row.name)) ?? 0, fits: true)
            }
            let funds = step.logistics.charges.charges.enumerated().map {
                Named(text: $1.fund.text, number: $0, fits: true)
            }
            self = .cost(
                Cost(
                    kind: question.kind,
                    site: try Target.number(of: question.site?.text, .site, among: sites),
                    nation: try Target.number(of: question.nation?.text, .nation, among: nations),
                    fund: try Target.number(of: question.fund?.text, .fund, among: funds)))
        }
    }

    private static func posts(
        _ question: Question, _ basis: Basis, _ step: PlanStep, _ sites: [Named]
    ) throws(QuestionFault) -> Posts {
        let site = try number(of: question.site?.text, .site, among: sites)
        guard let capability = question.capability else { return Posts(site: site, capability: nil) }
        var asked = Set(basis.lines.map(\.capability)).union(step.plan.rules.capabilities)
        for course in basis.courses { asked.formUnion(course.instructors.map(\.capability)) }
        guard let number = basis.numbers.capabilities.known(capability), asked.contains(number) else {
            throw .unknown(
                .capability, name: capability.code, known: asked.map { basis.capability($0) }.sorted().map(\.code))
        }
        return Posts(site: site, capability: number)
    }

    /// A thing that a question may name.
    private struct Named {
        let text: String
        let number: Int
        /// Whether it has the figure.
        let fits: Bool
    }

    /// Returns the number of a named entity.
    /// - Parameter all: The names in the order in which they are listed for an unknown one.
    /// - Returns: `nil` if nothing was named.
    private static func number(
        of name: String?, _ member: Question.Member, among all: [Named]
    ) throws(QuestionFault) -> Int? {
        guard let name else { return nil }
        guard let found = all.first(where: { $0.text == name && $0.fits }) else {
            throw .unknown(member, name: name, known: all.filter(\.fits).map(\.text))
        }
        return found.number
    }
}
