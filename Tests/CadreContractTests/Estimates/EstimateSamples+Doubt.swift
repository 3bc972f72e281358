@testable import CadrePlanning

/// Estimates beyond the exact ones: samples, shortfalls, advice.
extension EstimateSamples {
    static func range(periods: Int) -> RangeEstimate {
        let spread = RangeEstimate.Spread(p10: 1, p50: 2, p90: 4, mean: 2.25)
        let series = RangeEstimate.SpreadSeries(
            p10: Array(repeating: 1, count: periods), p50: Array(repeating: 2, count: periods),
            p90: Array(repeating: 4, count: periods), mean: Array(repeating: 2.25, count: periods))
        return RangeEstimate(
            samples: 200, structural: .init(required: series, peakRequired: spread),
            firmness: .init(
                filled: series, peakFilled: spread, graduates: spread, water: spread, fuel: spread, cost: spread),
            drivers: [.init(element: ID("E-1"), peakRequired: -3, personPeriods: 40, graduates: 12.5)])
    }

    static var gaps: GapsEstimate {
        let shortfall = GapsEstimate.Shortfall(
            capability: Capability("support.fire"), site: ID("S-1"), priority: 1, from: 0, until: 2, peak: 3,
            personPeriods: 6, origin: ["line L-1", "rule support.fire"], runs: ["D-1#1"], graduatesLost: 18.5)
        let gain = GapsEstimate.Gain(graduates: 4.5, personPeriods: [3, 0, -1, 0, 0])
        return GapsEstimate(
            shortfalls: [shortfall],
            advice: [
                .init(
                    step: .pledge(
                        shortfall: shortfall, quantity: 3, from: Day(number: 12_644), until: Day(number: 12_658)),
                    gain: gain),
                .init(step: .caveat(pledge: ID("NOR/P-1"), .maxThreat), gain: gain),
            ],
            packages: [
                .init(
                    priority: 1,
                    pledges: [
                        .init(
                            capability: Capability("support.fire"), quantity: 3, from: Day(number: 12_644),
                            until: Day(number: 12_658), site: ID("S-1"))
                    ], gain: gain)
            ],
            dependence: [.init(nation: ID("NOR"), loss: gain)])
    }
}
