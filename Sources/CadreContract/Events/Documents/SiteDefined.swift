import CadrePlanning

// `site.defined`. Source: CONTRACT § 2.

extension Site {
    init(reading members: Members) throws(MemberFault) {
        self.init(
            name: try members.text("name"), inTheatre: try members.flagIfAny("inTheatre") ?? true,
            threat: try members.choiceIfAny("threat") ?? .medium, climate: try members.choiceIfAny("climate") ?? .hot,
            route: try members.choiceIfAny("route") ?? .air, beds: try members.countIfAny("beds"),
            classrooms: try members.countIfAny("classrooms"),
            powerKw: try members.numberIfAny("powerKw", in: .quantity),
            latitude: try members.numberIfAny("latitude", in: Bounds(-90...90)),
            longitude: try members.numberIfAny("longitude", in: Bounds(-180...180)),
            storage: try members.quantities("storage"), hosted: try members.hosted())
    }
}

extension Members {
    /// Who else provides what: an element's identifier or `null` by `rule.NAME` or `commodity.NAME`.
    fileprivate func hosted() throws(MemberFault) -> [Site.Hosting] {
        var hosted: [Site.Hosting] = []
        for member in try map("hosted", keys: "rule.NAME or commodity.NAME") {
            guard let service = Site.Service(name: member.name) else {
                throw MemberFault("hosted", expected: "names rule.NAME or commodity.NAME", found: "another name")
            }
            if json.kind(of: member.value) == .null {
                hosted.append(Site.Hosting(service: service, element: nil))
                continue
            }
            guard json.withText(member.value, Identifier.isIdentifier) == true, let element = json.text(member.value)
            else {
                throw MemberFault(
                    "hosted.\(String(decoding: member.name, as: UTF8.self))",
                    expected: "an element (\(Identifier.expected)) or null", found: json.kind(of: member.value).found)
            }
            hosted.append(Site.Hosting(service: service, element: ID(element)))
        }
        return hosted
    }
}

extension Site.Service {
    /// `nil` where the name is neither `rule.` nor `commodity.` with an identifier.
    fileprivate init?(name: ArraySlice<UInt8>) {
        func identifier(after prefix: StaticString) -> String? {
            let length = prefix.utf8CodeUnitCount
            guard name.count > length, (0..<length).allSatisfy({ name[name.startIndex + $0] == prefix.utf8Start[$0] })
            else { return nil }
            let rest = name.dropFirst(length)
            return Identifier.isIdentifier(rest.span) ? String(decoding: rest, as: UTF8.self) : nil
        }
        if let rule = identifier(after: "rule.") {
            self = .rule(ID(rule))
        } else if let commodity = identifier(after: "commodity.") {
            self = .commodity(ID(commodity))
        } else {
            return nil
        }
    }
}
