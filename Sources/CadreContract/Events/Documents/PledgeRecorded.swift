import CadrePlanning

// `pledge.recorded`. Source: CONTRACT § 2; MODEL §§ 3, 7, 8.

extension Pledge {
    private enum Kind: String, CaseIterable {
        case personnel
        case trainingPlaces = "training-places"
        case equipment, funds
    }

    init(reading members: Members) throws(MemberFault) {
        let kind: Kind = try members.choice("kind")
        let status: Status = try members.choice("status")
        let offer: Offer =
            switch kind {
            case .personnel: .personnel(try Personnel(reading: members))
            case .trainingPlaces: .trainingPlaces(try TrainingPlaces(reading: members))
            case .equipment: .equipment(try Equipment(reading: members))
            case .funds: .funds(try Funds(reading: members))
            }
        self.init(
            nation: try members.nation(), status: status, likelihood: try members.numberIfAny("likelihood", in: .share),
            requires: try members.pledges("requires"), offer: offer)
    }
}

extension Pledge.Personnel {
    init(reading members: Members) throws(MemberFault) {
        self.init(
            capability: try members.capability("capability"), also: try members.capabilities("also"),
            quantity: try members.count("quantity"), from: try members.day("from"),
            until: try members.dayIfAny("until"),
            caveats: try members.nested("caveats") { caveats throws(MemberFault) in try Caveats(reading: caveats) }
                ?? Caveats())
        try members.check(until, "until", isAfter: from, "from")
    }
}

extension Caveats {
    init(reading members: Members) throws(MemberFault) {
        self.init(
            sites: try members.ids("sites"), notSites: try members.ids("notSites"),
            maxThreat: try members.choiceIfAny("maxThreat"), notAudiences: try members.ids("notAudiences"),
            elements: try members.ids("elements"), abroadOnly: try members.flagIfAny("abroadOnly") ?? false)
    }
}

extension Pledge.TrainingPlaces {
    init(reading members: Members) throws(MemberFault) {
        self.init(
            course: try members.id("course"), places: try members.count("places"), start: try members.day("start"),
            end: try members.day("end"))
        try members.checkText("location")
        try members.check(end, "end", isNotBefore: start, "start")
    }
}

extension Pledge.Equipment {
    init(reading members: Members) throws(MemberFault) {
        self.init(
            item: try members.id("item"), quantity: try members.count("quantity"), mode: try members.choice("mode"),
            delivery: try members.dayIfAny("delivery"), delivered: try members.countIfAny("delivered") ?? 0)
        guard delivered <= quantity else {
            throw MemberFault("delivered", expected: "at most quantity", found: "more")
        }
    }
}

extension Pledge.Funds {
    init(reading members: Members) throws(MemberFault) {
        self.init(
            fund: try members.id("fund"), amount: try members.number("amount", in: .money),
            received: try members.numberIfAny("received", in: .money) ?? 0)
        if let node = members.find("currency") { currency = ID(try members.threeCapitals("currency", node)) }
        guard received <= amount else { throw MemberFault("received", expected: "at most amount", found: "more") }
    }
}
