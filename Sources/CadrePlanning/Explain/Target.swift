/// A question whose names were found in the plan: by index, and nothing in it that its figure has no use for.
enum Target: Equatable, Sendable {
    /// Posts of a site, or of all sites in theatre; of one capability, or of all.
    struct Posts: Equatable, Sendable {
        let site: Int?
        let capability: Int?

        func includes(_ group: Group, _ basis: Basis) -> Bool {
            includes(site: group.site, basis) && includes(capability: group.capability)
        }

        func includes(site other: Int, _ basis: Basis) -> Bool { site.map { $0 == other } ?? basis.inTheatre[other] }

        func includes(capability other: Int) -> Bool { capability.map { $0 == other } ?? true }
    }

    case required(Posts)
    case filled(Posts)
    case graduates(course: Int?)
    case use(commodity: Int, site: Int?)

    /// - Throws: What is wrong with the first member that is wrong.
    init(_ question: Question, _ basis: Basis) throws(QuestionFault) {
        guard basis.horizon.contains(question.period) else {
            throw .period(question.period, periods: basis.horizon.periods)
        }
        let fitting = question.figure.narrowings
        if let unfit = question.narrowedBy.first(where: { !fitting.contains($0) }) {
            throw .unfit(unfit, question.figure)
        }
        switch question.figure {
        case .forceRequired: self = .required(try Target.posts(question, basis))
        case .forceFilled: self = .filled(try Target.posts(question, basis))
        case .trainingGraduates:
            self = .graduates(course: try Target.index(of: question.course, .course, among: basis.courses.map(\.id)))
        case .logisticsUse:
            let names = basis.factors.commodities.map(\.id)
            guard let commodity = try Target.index(of: question.commodity, .commodity, among: names) else {
                throw .missing(.commodity, known: names.map(\.text))
            }
            // Commodities are for sites in theatre alone (MODEL § 8).
            let site = try Target.index(of: question.site, .site, among: basis.sites.map(\.id)) { basis.inTheatre[$0] }
            self = .use(commodity: commodity, site: site)
        }
    }

    private static func posts(_ question: Question, _ basis: Basis) throws(QuestionFault) -> Posts {
        let site = try index(of: question.site, .site, among: basis.sites.map(\.id))
        guard let capability = question.capability else { return Posts(site: site, capability: nil) }
        var asked = Set(basis.lines.map(\.capability))
        for course in basis.courses { asked.formUnion(course.instructors.map(\.capability)) }
        let ruled = Set(basis.factors.rules.map(\.rule.capability))
        let known = basis.capabilities.all.indices.filter {
            asked.contains($0) || ruled.contains(basis.capabilities.all[$0])
        }
        guard let index = known.first(where: { basis.capabilities.all[$0] == capability }) else {
            let codes = known.map { basis.capabilities.all[$0] }.sorted().map(\.code)
            throw .unknown(.capability, name: capability.code, known: codes)
        }
        return Posts(site: site, capability: index)
    }

    /// - Parameter ids: In order, by index.
    /// - Returns: `nil` where nothing was named.
    private static func index<Of>(
        of name: ID<Of>?, _ member: Question.Member, among ids: [ID<Of>], where fits: (Int) -> Bool = { _ in true }
    ) throws(QuestionFault) -> Int? {
        guard let name else { return nil }
        guard let index = ids.firstIndex(of: name), fits(index) else {
            throw .unknown(member, name: name.text, known: ids.indices.filter(fits).map { ids[$0].text })
        }
        return index
    }
}
