extension PlannedMission {
    /// Returns both ranges and their drivers. Takes about as long as `samples` plans.
    /// - Parameter samples: At least 1.
    public func range(samples: Int, isStopped: () -> Bool = { false }) throws(Superseded) -> RangeEstimate {
        let basis = basis
        let offered = step(.offered).plan
        return try withSolver(basis, isStopped) { tools throws(Superseded) in
            RangeEstimate(
                samples: samples,
                structural: try .init(basis, offered, samples: samples, &tools),
                firmness: try .init(basis, offered, samples: samples, &tools),
                drivers: try RangeEstimate.drivers(basis, offered, &tools))
        }
    }
}
