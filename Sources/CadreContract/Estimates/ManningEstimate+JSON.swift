import CadrePlanning

extension ManningEstimate {
    /// The members of `manning.<scenario>`. Source: CONTRACT § 4.
    func writeMembers(to writer: inout JSONWriter) {
        writer.member("assignments", list: assignments) { $0.pledge.text }
        writer.member("surplus", list: surplus) { $0.pledge.text }
    }
}

extension ManningEstimate.Assignment: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("pledge", pledge)
            $0.member("group", group)
            $0.member("from", from)
            $0.member("until", until)
            $0.member("persons", persons)
        }
    }
}

extension ManningEstimate.Surplus: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("pledge", pledge)
            $0.member("reason", reason.text)
            $0.member("from", from)
            $0.member("until", until)
            $0.member("persons", persons)
        }
    }
}
