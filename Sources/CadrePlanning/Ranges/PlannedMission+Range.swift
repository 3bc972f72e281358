extension PlannedMission {
    /// One part of the ranges.
    private enum RangePart: Sendable {
        case structural([Int])
        case firmness(FirmnessSamples)
        case driver(RangeEstimate.Driver?)
    }

    /// Returns both ranges and their drivers. Takes about as long as `samples` plans.
    /// - Parameter samples: At least 1.
    public func range(samples: Int, isStopped: () -> Bool = { false }) throws(Superseded) -> RangeEstimate {
        try rangeWork(samples: samples).value(isStopped: isStopped)
    }

    /// Returns the parts of ``range(samples:isStopped:)``.
    public func rangeWork(samples: Int) -> PartedWork<RangeEstimate> {
        let basis = basis
        let offered = step(.offered).plan
        let readings = StructuralReadings(basis, samples: samples)
        let firmness = FirmnessDraws(basis, offered)
        let drivers = RangeEstimate.undecided(basis)
        let base = RangeEstimate.DriverFigures(basis, offered)
        typealias Part = @Sendable (_ isStopped: () -> Bool) -> RangePart?
        let structuralParts = readings.distinct.map { selection -> Part in
            { isStopped in
                try? RangePart.structural(readings.required(selection, basis, offered, isStopped: isStopped))
            }
        }
        let firmnessParts = stride(from: 0, to: samples, by: PlanningLimits.samplesPerPart).map { first -> Part in
            { isStopped in
                let part = first..<min(first + PlanningLimits.samplesPerPart, samples)
                return try? RangePart.firmness(firmness.samples(part, isStopped: isStopped))
            }
        }
        let driverParts = drivers.map { entry -> Part in
            { isStopped in
                try? RangePart.driver(RangeEstimate.driver(entry, basis, offered, base, isStopped: isStopped))
            }
        }
        return PartedWork(structuralParts + firmnessParts + driverParts) { parts in
            var required: [[Int]] = [], drawn = FirmnessSamples(), found: [RangeEstimate.Driver] = []
            for part in parts {
                switch part {
                case .structural(let series): required.append(series)
                case .firmness(let samples): drawn.append(samples)
                case .driver(let driver): if let driver { found.append(driver) }
                }
            }
            return RangeEstimate(
                samples: samples,
                structural: .init(readings.reading.map { required[$0] }, periods: basis.horizon.periods),
                firmness: .init(drawn, periods: basis.horizon.periods), drivers: RangeEstimate.ordered(found))
        }
    }
}
