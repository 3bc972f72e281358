/// The use of one commodity at one site. Source: MODEL § 8.
struct SupplyUse: Equatable, Sendable {
    /// The terms of the use in one period.
    struct Terms: Equatable, Sendable {
        let people: Double
        let site: Double
        let students: Double

        var sum: Double { people + site + students }
    }

    /// Units per person and period.
    let perPerson: Double
    /// Units per site and period, where anybody is.
    let perSite: Double

    init(_ commodity: Commodity, climate: Site.Climate, periodDays: Int) {
        perPerson = Double(periodDays) * commodity.perPersonDay[climate]
        perSite = Double(periodDays) * commodity.perSiteDay
    }

    /// Returns the terms of the use.
    /// - Parameter students: The use of the courses that begin in the period.
    func terms(population: Int, students: Double) -> Terms {
        Terms(people: perPerson * Double(population), site: population > 0 ? perSite : 0, students: students)
    }
}
