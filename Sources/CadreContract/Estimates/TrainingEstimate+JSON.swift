import CadrePlanning

extension TrainingEstimate {
    /// The members of `training.<scenario>`. Source: CONTRACT § 4.
    func writeMembers(to writer: inout JSONWriter) {
        writer.member("byCourse", rows: byCourse)
        writer.member("byLevel", rows: byLevel)
        writer.member("byAudience", rows: byAudience)
        writer.member("instructors", rows: instructors)
        writer.member("runs", list: runs, by: \.run)
        writer.member("hostInstructors", rows: hostInstructors)
        writer.member("infeasible", infeasible)
    }
}

extension TrainingEstimate.Graduates: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("wanted", wanted)
            $0.member("expected", expected)
            $0.member("others", others)
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
            if let provider { $0.member("provider", provider) }
            $0.member("first", first)
            $0.member("last", last)
            $0.member("seats", seats)
            $0.member("staffing", staffing)
            $0.member("graduates", graduates)
        }
    }
}
