/// Gives the pledged training places to the demands delivered abroad. One per scenario. Source: MODEL § 4, abroad.
enum PlacesAbroadStage: Stage {
    struct Wanted: Equatable, Sendable {
        let demand: DemandEntry
        /// The graduates still wanted after those of the demand's own runs.
        let open: Double
    }

    struct Input: Equatable, Sendable {
        /// The demands in the order of ids.
        let demands: [Wanted]
        /// The pledges of training places that count, in the order of ids.
        let pledges: [PledgeEntry]
        let horizon: Horizon
    }

    /// Serves demands in the order (priority, by, id) from pledges in the order (start, id).
    static func compute(_ input: Input, _ tools: inout NoTools) -> [TakenPlaces] {
        var offers: [(pledge: PledgeEntry, places: Pledge.TrainingPlaces, left: Int)] = []
        for pledge in input.pledges {
            if case .trainingPlaces(let places) = pledge.pledge.offer { offers.append((pledge, places, places.places)) }
        }
        offers = offers.enumerated().sorted { a, b in
            (a.element.places.start.number, a.offset) < (b.element.places.start.number, b.offset)
        }.map(\.element)
        let ordered = input.demands.enumerated().sorted { a, b in
            let (x, y) = (a.element.demand.demand, b.element.demand.demand)
            return (x.priority, x.by.number, a.offset) < (y.priority, y.by.number, b.offset)
        }.map(\.element)
        var taken: [TakenPlaces] = []
        for wanted in ordered {
            let demand = wanted.demand.demand
            let passRate = wanted.demand.course.passRate
            var open = wanted.open
            for index in offers.indices {
                let offer = offers[index]
                guard offer.left > 0, offer.places.course == demand.course, offer.places.start >= demand.from,
                    offer.places.end <= demand.by
                else { continue }
                let places = min(offer.left, ceilWhole(open / passRate))
                guard places > 0 else { continue }
                offers[index].left -= places
                open = max(0, open - Double(places) * passRate)
                taken.append(
                    TakenPlaces(
                        pledge: offer.pledge, demand: wanted.demand, places: places,
                        graduates: Double(places) * passRate,
                        startPeriod: input.horizon.period(of: offer.places.start),
                        endPeriod: input.horizon.period(of: offer.places.end)))
            }
        }
        return taken
    }
}
