import CadrePlanning

// `mission.defined`, `clock.advanced` and `element.proposed`. Source: CONTRACT § 2.

extension Mission {
    private enum ClockWord: String, CaseIterable { case events, live }

    init(reading members: Members) throws(MemberFault) {
        self.init(
            name: try members.text("name"), start: try members.day("start"),
            periods: try members.count("periods", in: 1...520),
            periodDays: try members.countIfAny("periodDays", in: 1...31) ?? 7, hqSite: try members.idIfAny("hqSite"),
            seed: try members.countIfAny("seed", in: 0...1_048_575) ?? 1,
            marking: try members.textIfAny("marking"))
        if try members.choiceIfAny("clock", of: ClockWord.self) == .live { clock = .live }
        if let node = members.find("partner") { partner = ID(try members.threeCapitals("partner", node)) }
        try members.checkText("mandate")
    }
}

extension ClockAdvance {
    init(reading members: Members) throws(MemberFault) {
        self.init(
            to: try members.instantIfAny("to"), generation: try members.countIfAny("generation", in: 0...1_000) ?? 0)
    }
}

extension Element {
    init(reading members: Members) throws(MemberFault) {
        self.init(
            title: try members.text("title"), decision: try members.choiceIfAny("decision") ?? .undecided,
            likelihood: try members.numberIfAny("likelihood", in: .share), requires: try members.ids("requires"))
    }
}
