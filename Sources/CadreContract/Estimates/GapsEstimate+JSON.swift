import CadrePlanning

extension GapsEstimate {
    /// The members of `gaps`. Source: CONTRACT §§ 4 and 9.
    func writeMembers(to writer: inout JSONWriter) {
        writer.member("shortfalls", shortfalls)
        writer.member("advice", advice)
        writer.member("packages", packages)
        writer.member("dependence", dependence)
    }
}

extension GapsEstimate.Shortfall: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            writePlace(to: &$0)
            $0.member("peak", peak)
            $0.member("personPeriods", personPeriods)
            $0.member("origin", origin)
            $0.member("runs", runs)
            $0.member("graduatesLost", graduatesLost)
        }
    }

    /// What tells one shortfall from another.
    fileprivate func writePlace(to writer: inout JSONWriter) {
        writer.member("capability", capability.code)
        writer.member("site", site)
        writer.member("priority", priority)
        writer.member("from", from)
        writer.member("until", until)
    }
}

extension GapsEstimate.Gain: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("graduates", graduates)
            $0.member("personPeriods") {
                $0.object {
                    for (index, persons) in personPeriods.enumerated() where persons != 0 {
                        $0.member("\(index + 1)", persons)
                    }
                }
            }
        }
    }
}

extension GapsEstimate.Advice: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            switch step {
            case .pledge(let shortfall, let quantity, let from, let until):
                $0.member("kind", "pledge")
                $0.member("shortfall") { $0.object { shortfall.writePlace(to: &$0) } }
                $0.member("pledge") {
                    $0.object {
                        $0.member("capability", shortfall.capability.code)
                        $0.member("quantity", quantity)
                        $0.member("from", from)
                        $0.member("until", until)
                    }
                }
            case .caveat(let pledge, let caveat):
                $0.member("kind", "caveat")
                $0.member("pledge", pledge)
                $0.member("caveat", caveat.rawValue)
            }
            $0.member("gain", gain)
        }
    }
}

extension GapsEstimate.Package: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("priority", priority)
            $0.member("pledges", pledges)
            $0.member("gain", gain)
        }
    }
}

extension GapsEstimate.Package.Pledge: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("capability", capability.code)
            $0.member("quantity", quantity)
            $0.member("from", from)
            $0.member("until", until)
            $0.member("site", site)
        }
    }
}

extension GapsEstimate.Dependence: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("nation", nation)
            $0.member("loss", loss)
        }
    }
}
