/// The gaps of priority 1. One per mission. Source: MODEL § 12, `priority-gap`.
enum GapAlertStage: Stage {
    struct Input: Equatable, Sendable {
        /// The figures of each period.
        let figures: [PeriodFigures]
        let horizon: Horizon
    }

    private struct Gap {
        let since: Int
        var last: Int
        var peak = 0
        var personPeriods = 0
    }

    private struct Place: Hashable {
        let site: Int
        let capability: Int
    }

    /// Returns the alerts.
    /// - Parameter basis: The names of numbers.
    static func compute(_ input: Input, _ basis: inout Basis) -> [Alert] {
        let names = basis
        var open: [Place: Gap] = [:]
        for (number, figures) in input.figures.enumerated() where number >= input.horizon.now {
            var here: [Place: Int] = [:]
            for short in figures.short where short.priority <= 1 {
                here[Place(site: short.site, capability: short.capability), default: 0] += short.gap
            }
            for (place, short) in here {
                var gap = open[place] ?? Gap(since: number, last: number)
                gap.last = number
                gap.peak = max(gap.peak, short)
                gap.personPeriods += short
                open[place] = gap
            }
        }
        return open.map { place, gap in
            let capability = names.capability(place.capability)
            let site = names.id(ofSite: place.site)
            return Alert(
                code: .priorityGap, key: "\(site)/\(capability)", since: gap.since,
                detail: "up to \(gap.peak) short, \(gap.personPeriods) person-periods in all, "
                    + "from \(input.horizon.date(gap.since)); \(gap.peak) \(capability) for \(site) "
                    + "from \(input.horizon.date(gap.since)) until \(input.horizon.date(gap.last + 1)) would fill it")
        }.sorted { bytesPrecede($0.key, $1.key) }
    }
}
