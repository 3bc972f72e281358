/// Places of one pledge that a demand takes. Source: MODEL § 4, abroad.
struct TakenPlaces: Equatable, Sendable {
    let pledge: PledgeEntry
    let demand: DemandEntry
    let places: Int
    let graduates: Double
    /// Periods, not clamped.
    let startPeriod: Int
    let endPeriod: Int
}
