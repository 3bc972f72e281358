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
    /// - Parameter before: What `earlier` encodes.
    func writeMembers(to writer: inout JSONWriter, before: ForceEstimate?, _ earlier: inout EarlierEncoding?) {
        inTheatre.writeMembers(to: &writer)
        writer.member("abroad", abroad)
        writer.member("visiting", visiting)
        writer.member("byCapability", byCapability, before: before?.byCapability, &earlier)
        writer.member("bySite", bySite, before: before?.bySite, &earlier)
        writer.member("byLine", byLine, before: before?.byLine, &earlier)
        writer.member("byNation", byNation, before: before?.byNation, &earlier)
    }
}
