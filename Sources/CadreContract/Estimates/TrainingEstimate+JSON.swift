import CadrePlanning

extension TrainingEstimate {
    /// The members of `training.<scenario>`. Source: CONTRACT § 4.
    /// - Parameter before: What `earlier` encodes.
    func writeMembers(to writer: inout JSONWriter, before: TrainingEstimate?, _ earlier: inout EarlierEncoding?) {
        writer.member("byCourse", byCourse, before: before?.byCourse, &earlier)
        writer.member("byLevel", byLevel, before: before?.byLevel, &earlier)
        writer.member("byAudience", byAudience, before: before?.byAudience, &earlier)
        writer.member("instructors", instructors, before: before?.instructors, &earlier)
        writer.member("runs", runs)
        writer.member("hostInstructors", hostInstructors)
        writer.member("infeasible", infeasible)
    }
}

extension TrainingEstimate.Graduates: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("wanted", wanted)
            $0.member("expected", expected)
            $0.member("graduates", graduates)
        }
    }
}

extension TrainingEstimate.Instructors: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("required", required)
            $0.member("local", local)
            $0.member("filled", filled)
        }
    }
}

/// `demand` is `null` where the run answers none.
extension TrainingEstimate.RunRow: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("run", run)
            $0.member("demand", demand)
            $0.member("course", course)
            $0.member("site", site)
            $0.member("first", first)
            $0.member("last", last)
            $0.member("seats", seats)
            $0.member("staffing", staffing)
            $0.member("graduates", graduates)
        }
    }
}
