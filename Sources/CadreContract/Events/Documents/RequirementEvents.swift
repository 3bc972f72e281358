import CadrePlanning

// `line.required` and `equipment.required`. Source: CONTRACT § 2.

extension Line {
    init(reading members: Members) throws(MemberFault) {
        self.init(
            site: try members.id("site"), capability: try members.capability("capability"),
            posts: try members.count("posts"), from: try members.day("from"), until: try members.dayIfAny("until"),
            priority: try members.priorityIfAny() ?? 3, element: try members.idIfAny("element"),
            title: try members.textIfAny("title"))
        try members.check(until, "until", isAfter: from, "from")
    }
}

extension EquipmentItem {
    init(reading members: Members) throws(MemberFault) {
        self.init(
            title: try members.text("title"), quantity: try members.count("quantity"),
            kgEach: try members.numberIfAny("kgEach", in: .quantity) ?? 0,
            unitCost: try members.numberIfAny("unitCost", in: .quantity) ?? 0,
            element: try members.idIfAny("element"), by: try members.dayIfAny("by"))
    }
}

extension Members {
    /// 1 (most urgent) … 5.
    func priorityIfAny() throws(MemberFault) -> Int? { try countIfAny("priority", in: 1...5) }

    func check(
        _ later: Day?, _ name: StaticString, isAfter earlier: Day, _ earlierName: StaticString
    ) throws(MemberFault) {
        guard let later, later <= earlier else { return }
        throw MemberFault("\(name)", expected: "a date after \(earlierName)", found: "an earlier one or the same")
    }

    func check(
        _ later: Day?, _ name: StaticString, isNotBefore earlier: Day, _ earlierName: StaticString
    ) throws(MemberFault) {
        guard let later, later < earlier else { return }
        throw MemberFault("\(name)", expected: "a date not before \(earlierName)", found: "an earlier one")
    }
}
