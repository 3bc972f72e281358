import CadrePlanning

extension Strength: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object(writeMembers)
    }

    fileprivate func writeMembers(to writer: inout JSONWriter) {
        writer.member("required", required)
        writer.member("filled", filled)
    }
}

extension ForceEstimate {
    /// The members of `force.<scenario>`. Source: CONTRACT § 4.
    func writeMembers(to writer: inout JSONWriter) {
        inTheatre.writeMembers(to: &writer)
        writer.member("abroad", abroad)
        writer.member("visiting", visiting)
        writer.member("byCapability", rows: byCapability)
        writer.member("bySite", rows: bySite)
        writer.member("byLine", rows: byLine)
        writer.member("byNation", rows: byNation)
        writer.member("hosted", tables: hosted)
    }
}
