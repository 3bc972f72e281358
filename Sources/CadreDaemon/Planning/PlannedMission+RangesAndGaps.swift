import CadreContract
import CadrePlanning

extension PlannedMission {
    /// Computes the estimates that take many plans of one state: shortfalls with advice and dependence, and samples,
    /// which fill the summary's range. Source: MODEL §§ 9 and 10.
    /// - Parameters:
    ///   - names: The wanted estimates: `range` and the summary take samples, `gaps` the shortfalls.
    ///   - samples: The number of samples of each range; 0 for none.
    /// - Throws: `Superseded` if `isStopped` returns `true`.
    func rangesAndGaps(
        _ names: Set<EstimateName>, samples: Int, isStopped: () -> Bool
    ) throws(Superseded) -> [EncodedEstimate] {
        let work = rangesAndGapsWork(names, samples: samples)
        return encodedRangesAndGaps(
            gaps: try work.gaps?.value(isStopped: isStopped), range: try work.range?.value(isStopped: isStopped))
    }

    /// Computes the same as ``rangesAndGaps(_:samples:isStopped:)``, on as many threads as the executor of the task has.
    func rangesAndGapsSideBySide(
        _ names: Set<EstimateName>, samples: Int, isStopped: @Sendable @escaping () -> Bool
    ) async throws(Superseded) -> [EncodedEstimate] {
        let work = rangesAndGapsWork(names, samples: samples)
        return encodedRangesAndGaps(
            gaps: try await work.gaps?.valueSideBySide(isStopped: isStopped),
            range: try await work.range?.valueSideBySide(isStopped: isStopped))
    }

    /// Returns the work that estimates of some names take beyond the plan.
    /// - Parameters: As in ``rangesAndGaps(_:samples:isStopped:)``.
    public func rangesAndGapsWork(
        _ names: Set<EstimateName>, samples: Int
    ) -> (gaps: PartedWork<GapsEstimate>?, range: PartedWork<RangeEstimate>?) {
        let isSampled = samples > 0 && (names.contains(.range) || names.contains(.summary))
        return (names.contains(.gaps) ? gapsWork() : nil, isSampled ? rangeWork(samples: samples) : nil)
    }

    private func encodedRangesAndGaps(gaps: GapsEstimate?, range: RangeEstimate?) -> [EncodedEstimate] {
        var estimates = estimates
        var known: [EstimateName] = []
        if let range {
            estimates.take(range)
            known += [.summary, .range]
        }
        if let gaps {
            estimates.gaps = gaps
            known.append(.gaps)
        }
        return known.compactMap { EncodedEstimate($0, of: estimates) }
    }
}
