import CadrePlanning

extension Pledge {
    /// The members of `pledge.recorded`. Sources: CONTRACT § 2; MODEL §§ 3, 7, 8.
    static let table = ObjectTable(
        "pledge", "An offer of one nation; its id is the nation's own, so that no nation can change another's",
        from: Pledge(nation: ID(""), status: .offered, offer: .funds(Funds(fund: ID(""), amount: 0))),
        fields: [
            .required("nation", \.nation, .capitals, "The nation that pledges"),
            .variants("kind", \.offer, Offer.variants, "The kind of pledge"),
            .required("status", \.status, .word, "The pledge's state"),
            .optional(
                "likelihood", \.likelihood, .share, "Probability that it comes, for the ranges; absent: from experience"
            ),
            .optional("requires", \.requires, .list(of: .pledge), "Pledges without which this one does not come"),
            .checked("note", .text, "A remark, shown in explanations"),
        ])
}

extension Pledge.Offer {
    static let variants: [Variant<Pledge.Offer>] = [
        Variant("personnel", Pledge.Personnel.table, wrap: { .personnel($0) }) {
            if case .personnel(let personnel) = $0 { personnel } else { nil }
        },
        Variant("training-places", Pledge.TrainingPlaces.table, wrap: { .trainingPlaces($0) }) {
            if case .trainingPlaces(let places) = $0 { places } else { nil }
        },
        Variant("equipment", Pledge.Equipment.table, wrap: { .equipment($0) }) {
            if case .equipment(let equipment) = $0 { equipment } else { nil }
        },
        Variant("funds", Pledge.Funds.table, wrap: { .funds($0) }) {
            if case .funds(let funds) = $0 { funds } else { nil }
        },
    ]
}

extension Pledge.Personnel {
    static let table = ObjectTable(
        "personnel", "People", from: Self(capability: Capability(""), quantity: 0, from: .epoch),
        rules: [.after("until", \.until, "from", \.from)],
        fields: [
            .required("capability", \.capability, .identifier, "The capability of the people"),
            .optional("also", \.also, .list(of: .identifier), "Other capabilities of the same people"),
            .required("quantity", \.quantity, .count, "The number of people"),
            .required("from", \.from, .date, "The first day"),
            .optional("until", \.until, .date, "The day after the last; absent: to the end of the plan"),
            .optional(
                "caveats", \.caveats, .object(Caveats.table), unless: { $0 == Caveats() },
                "National restrictions (MODEL § 7)"),
        ])
}

extension Pledge.TrainingPlaces {
    static let table = ObjectTable(
        "training-places", "Places in the nation's own schools",
        from: Self(course: ID(""), places: 0, start: .epoch, end: .epoch),
        rules: [.notBefore("end", \.end, "start", \.start)],
        fields: [
            .required("course", \.course, .identifier, "The course"),
            .required("places", \.places, .count, "The number of places"),
            .required("start", \.start, .date, "The first day"),
            .required("end", \.end, .date, "The last day"),
            .checked("location", .text, "Where the school is"),
        ])
}

extension Pledge.Equipment {
    static let table = ObjectTable(
        "equipment", "Equipment", from: Self(item: ID(""), quantity: 0, mode: .donation),
        rules: [.atMost("delivered", \.delivered, "quantity", \.quantity)],
        fields: [
            .required("item", \.item, .identifier, "The item"),
            .required("quantity", \.quantity, .count, "The number of pieces"),
            .required("mode", \.mode, .word, "The way in which it is given"),
            .optional("delivery", \.delivery, .date, "The day on which it comes"),
            .fallback("delivered", \.delivered, .count, 0, "The pieces that have come"),
        ])
}

extension Pledge.Funds {
    static let table = ObjectTable(
        "funds", "Money", from: Self(fund: ID(""), amount: 0),
        rules: [.atMost("received", \.received, "amount", \.amount)],
        fields: [
            .required("fund", \.fund, .identifier, "The fund"),
            .required("amount", \.amount, .number(.money), "The sum pledged"),
            .fallback("received", \.received, .number(.money), 0, "The sum that has come"),
            .fallback("currency", \.currency, .capitals, ID("EUR"), "The currency, three capital letters"),
        ])
}
