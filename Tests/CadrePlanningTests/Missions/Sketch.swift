@testable import CadrePlanning

/// A mission defined by documents, for tests: each gets its own stamp, a minute after the previous one.
struct Sketch {
    static let mission = ID<Mission>("M")
    private(set) var events: [Event] = []

    /// Starts on Monday 4 January 2021 with periods of seven days.
    init(periods: Int = 10, periodDays: Int = 7, hqSite: ID<Site>? = nil) {
        add(
            .mission(
                Self.mission,
                Mission(
                    name: "A mission", start: Sketch.day(0), periods: periods, periodDays: periodDays, hqSite: hqSite)))
        // Planning begins with the mission: now is period 0.
        add(.clock(ClockAdvance(to: Instant(seconds: Sketch.day(0).number * 86_400))))
    }

    /// Returns a day, counted from the mission's start.
    static func day(_ offset: Int) -> Day { Day(number: 18_631 + offset) }

    @discardableResult
    mutating func add(_ document: Document) -> Sketch {
        let stamp = Stamp(
            time: Instant(seconds: 1_600_000_000 + 60 * events.count), id: "e\(events.count)", source: "urn:test")
        events.append(Event(mission: Self.mission, stamp: stamp, document: document))
        return self
    }

    mutating func site(
        _ id: String, inTheatre: Bool = true, threat: Site.Threat = .medium, hosted: [Site.Hosting] = [],
        storage: [ID<CommodityName>: Double] = [:], beds: Int? = nil, route: Site.Route = .road
    ) {
        add(
            .site(
                ID(id),
                Site(
                    name: id, inTheatre: inTheatre, threat: threat, route: route, beds: beds, storage: storage,
                    hosted: hosted)))
    }

    mutating func line(
        _ id: String, _ capability: String, posts: Int, at site: String = "S", from: Int = 0, until: Int? = nil,
        priority: Int = 3, element: String? = nil
    ) {
        add(
            .line(
                ID(id),
                Line(
                    site: ID(site), capability: Capability(capability), posts: posts, from: Self.day(from),
                    until: until.map(Self.day), priority: priority, element: element.map { ID($0) })))
    }

    mutating func people(
        _ id: String, _ capability: String, _ quantity: Int, status: Pledge.Status = .deployed, from: Int = 0,
        until: Int? = nil, caveats: Caveats = Caveats(), requires: [String] = []
    ) {
        let offer = Pledge.Offer.personnel(
            .init(
                capability: Capability(capability), quantity: quantity, from: Self.day(from),
                until: until.map(Self.day), caveats: caveats))
        add(
            .pledge(
                ID("NOR/\(id)"),
                Pledge(nation: ID("NOR"), status: status, requires: requires.map { ID("NOR/\($0)") }, offer: offer)))
    }

    mutating func course(
        _ id: String, days: Int, seats: Int, passRate: Double = 1, instructors: [Course.Instructors] = [],
        produces: String? = nil, turnaroundDays: Int = 0, boarded: Bool = false,
        perStudent: [ID<CommodityName>: Double] = [:]
    ) {
        add(
            .course(
                ID(id),
                Course(
                    title: id, days: days, seats: seats, passRate: passRate, instructors: instructors,
                    produces: produces.map { Capability($0) }, turnaroundDays: turnaroundDays, boarded: boarded,
                    perStudent: perStudent)))
    }

    mutating func demand(
        _ id: String, _ course: String, graduates: Int, from: Int = 0, by: Int, at site: String? = "S",
        delivery: Demand.Delivery = .resident, priority: Int = 3
    ) {
        add(
            .demand(
                ID(id),
                Demand(
                    course: ID(course), audience: ID("army"), graduates: graduates, from: Self.day(from),
                    by: Self.day(by), site: site.map { ID($0) }, delivery: delivery, priority: priority)))
    }

    mutating func factor(_ factor: Factor) { add(.factor(SourcedFactor(factor: factor, source: "test"))) }

    /// The documents, joined in the order of definition.
    var documents: CurrentDocuments {
        var documents = CurrentDocuments(mission: Self.mission)
        for (index, event) in events.enumerated() { documents.join(event, sequence: index + 1) }
        return documents
    }

    /// Returns the planned mission.
    /// - Throws: `Absent` if there is no mission; tests always have one.
    func planned(defaults: [SourcedFactor] = Sketch.quiet) throws -> PlannedMission {
        guard let planned = try PlannedMission(documents, defaults: defaults) else { throw Absent() }
        return planned
    }

    /// The `offered` scenario.
    func offered(defaults: [SourcedFactor] = Sketch.quiet) throws -> ScenarioEstimates {
        guard let estimates = try planned(defaults: defaults).estimates[.offered] else { throw Absent() }
        return estimates
    }

    struct Absent: Error {}

    /// Factors that add no requirements to those of a test: no rules, no commodities, no funds.
    static let quiet: [SourcedFactor] = {
        let scalars: [(ScalarFactor, Double)] = [
            (.mentorShare, 0.25), (.instructorAttrition, 0), (.instructorPosted, 1), (.enablingPriority, 1),
            (.tourDays, 28), (.likelihoodUndecided, 0.5), (.likelihoodReturned, 0.3), (.delayIndicated, 0),
            (.delayOffered, 0), (.delayConfirmed, 0), (.resupplyIntervalDays, 14), (.truckPayloadKg, 1_000),
            (.sortiePayloadKg, 2_000), (.sortieSeats, 10), (.powerKwPerPerson, 2), (.costPersonDay, 100),
            (.costTruckLoad, 30), (.costSortie, 500), (.leadDays, 0), (.costStudentDayAbroad, 20),
            (.costStudentTravel, 15), (.costStudentDay, 6),
        ]
        return scalars.map { SourcedFactor(factor: .scalar($0, $1), source: "test") }
    }()
}

extension Course.Instructors {
    static func one(_ capability: String) -> Self { .init(capability: Capability(capability), amount: .count(1)) }
    static func many(_ count: Int, _ capability: String) -> Self {
        .init(capability: Capability(capability), amount: .count(count))
    }
}
