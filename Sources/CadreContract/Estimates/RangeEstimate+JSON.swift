import CadrePlanning

extension RangeEstimate {
    /// The members of `range`. Source: CONTRACT § 4.
    func writeMembers(to writer: inout JSONWriter) {
        writer.member("samples", samples)
        writer.member("structural") {
            $0.object {
                $0.member("required", structural.required)
                $0.member("peakRequired", structural.peakRequired)
            }
        }
        writer.member("firmness") {
            $0.object {
                $0.member("filled", firmness.filled)
                $0.member("peakFilled", firmness.peakFilled)
                $0.member("graduates", firmness.graduates)
                $0.member("water", firmness.water)
                $0.member("fuel", firmness.fuel)
                $0.member("cost", firmness.cost)
            }
        }
        writer.member("drivers", drivers)
    }
}

extension RangeEstimate.Spread: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("p10", p10)
            $0.member("p50", p50)
            $0.member("p90", p90)
            $0.member("mean", mean)
        }
    }
}

extension RangeEstimate.SpreadSeries: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("p10", p10)
            $0.member("p50", p50)
            $0.member("p90", p90)
            $0.member("mean", mean)
        }
    }
}

extension RangeEstimate.Driver: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("element", element)
            $0.member("peakRequired", peakRequired)
            $0.member("personPeriods", personPeriods)
            $0.member("graduates", graduates)
        }
    }
}
