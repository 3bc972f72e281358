import CadrePlanning

extension GapsEstimate {
    /// The members of `gaps`. Source: CONTRACT §§ 4 and 9.
    public static let table = ObjectTable(
        "gaps",
        "Shortfalls of `offered` from now on, the pledges that would reduce them, and the dependence on each nation",
        from: GapsEstimate.empty,
        fields: [
            .required("shortfalls", \.shortfalls, .entries(of: .object(Shortfall.table)), "Unfilled posts"),
            .required("advice", \.advice, .entries(of: .object(Advice.table)), "What helps most, one step each"),
            .required("packages", \.packages, .entries(of: .object(Package.table)), "Pledges that help together"),
            .required(
                "dependence", \.dependence, .entries(of: .object(Dependence.table)),
                "The loss without one nation's pledges"),
        ])
}

extension GapsEstimate.Shortfall {
    /// The members that tell one shortfall from another.
    private static let place: [ObjectField<GapsEstimate.Shortfall>] = [
        .required("capability", \.capability, .anyName, "The capability that is short"),
        .required("site", \.site, .anyName, "The site"),
        .required("priority", \.priority, .priority, "1 (most urgent) to 5"),
        .required("from", \.from, .natural, "The first period"),
        .required("until", \.until, .natural, "The first period after"),
    ]

    static let placeTable = ObjectTable(
        "shortfallPlace", "What tells one shortfall from another", from: Self.empty, fields: place)

    static let table = ObjectTable(
        "shortfall", "A maximal run of periods with a gap of one capability, site and priority", from: Self.empty,
        fields: place + [
            .required("peak", \.peak, .whole(1...Int.max), "The largest gap of a period"),
            .required("personPeriods", \.personPeriods, .whole(1...Int.max), "The gap of all periods together"),
            .required(
                "origin", \.origin, .entries(of: .origin),
                "What needs the posts: `line ID`, `run ID`, `demand ID` or `rule CAPABILITY`"),
            .required("runs", \.runs, .entries(of: .anyText), "Runs that cannot be taught in full"),
            .required("graduatesLost", \.graduatesLost, .real, "Graduates lost against full seats"),
        ])
}

extension GapsEstimate.Gain {
    static let table = ObjectTable(
        "gain", "What a step changes", from: Self.empty,
        fields: [
            .required("graduates", \.graduates, .real, "More graduates"),
            .required(
                "personPeriods", \.personPeriods, .byPriority,
                "Fewer unfilled person-periods, by priority; one without change is left out"),
        ])
}

extension Form where Value == [Int] {
    /// Numbers for priority 1 … 5, an index being a priority less one; those that are 0 are left out.
    static let byPriority = Form(
        .map(names: .priority, .whole(Int.min...Int.max), countMax: nil)
    ) { json, node throws(MemberFault) in
        let rows = try Form<Rows<Int>>.rows(of: .integer).read(json, node)
        return (1...5).map { rows["\($0)"] ?? 0 }
    } write: { numbers, writer in
        writer.object {
            for (index, number) in numbers.enumerated() where number != 0 { $0.member("\(index + 1)", number) }
        }
    }
}

extension GapsEstimate.Advice {
    static let table = ObjectTable(
        "advice", "One step and its gain",
        from: Self.empty,
        fields: [
            .variants("kind", \.step, Step.variants, "The kind of step"),
            .required("gain", \.gain, .object(GapsEstimate.Gain.table), "What it changes"),
        ])
}

extension GapsEstimate.Advice.Step {
    private struct Pledge: Sendable {
        var shortfall = GapsEstimate.Shortfall.empty
        var pledge = Wanted()

        static let table = ObjectTable(
            "advisedPledge", "The pledge that would close a shortfall", from: Self(),
            fields: [
                .required("shortfall", \.shortfall, .object(GapsEstimate.Shortfall.placeTable), "The shortfall"),
                .required("pledge", \.pledge, .object(Wanted.table), "The pledge"),
            ])
    }

    private struct Wanted: Sendable {
        var capability = Capability("")
        var quantity = 0
        var from = Day.epoch
        var until = Day.epoch

        static let table = ObjectTable(
            "wantedPledge", "A pledge that nobody has made yet", from: Self(),
            fields: [
                .required("capability", \.capability, .anyName, "The capability"),
                .required("quantity", \.quantity, .whole(1...Int.max), "The number of people"),
                .required("from", \.from, .date, "The first day"),
                .required("until", \.until, .date, "The day after the last"),
            ])
    }

    private struct Relaxed: Sendable {
        var pledge = ID<CadrePlanning.Pledge>("")
        var caveat = Caveats.Name.sites

        static let table = ObjectTable(
            "relaxedPledge", "A pledge without one of its caveats", from: Self(),
            fields: [
                .required("pledge", \.pledge, .pledge, "The pledge, NATION/PLEDGE"),
                .required("caveat", \.caveat, .word, "The caveat"),
            ])
    }

    fileprivate static let variants: [Variant<Self>] = [
        Variant(
            "pledge", Pledge.table,
            wrap: {
                .pledge(
                    shortfall: $0.shortfall, quantity: $0.pledge.quantity, from: $0.pledge.from, until: $0.pledge.until)
            },
            unwrap: {
                guard case .pledge(let shortfall, let quantity, let from, let until) = $0 else { return nil }
                let wanted = Wanted(capability: shortfall.capability, quantity: quantity, from: from, until: until)
                return Pledge(shortfall: shortfall, pledge: wanted)
            }),
        Variant("caveat", Relaxed.table, wrap: { .caveat(pledge: $0.pledge, $0.caveat) }) {
            if case .caveat(let pledge, let caveat) = $0 { Relaxed(pledge: pledge, caveat: caveat) } else { nil }
        },
    ]
}

extension GapsEstimate.Package {
    static let table = ObjectTable(
        "package", "Pledges that help together", from: Self.empty,
        fields: [
            .required("priority", \.priority, .priority, "The least urgent of the shortfalls that they close"),
            .required("pledges", \.pledges, .entries(of: .object(Pledge.table)), "The pledges"),
            .required("gain", \.gain, .object(GapsEstimate.Gain.table), "What all of them change"),
        ])
}

extension GapsEstimate.Package.Pledge {
    static let table = ObjectTable(
        "packagePledge", "One pledge of a package", from: Self.empty,
        fields: [
            .required("capability", \.capability, .anyName, "The capability"),
            .required("quantity", \.quantity, .whole(1...Int.max), "The number of people"),
            .required("from", \.from, .date, "The first day"),
            .required("until", \.until, .date, "The day after the last"),
            .required("site", \.site, .anyName, "The site of the shortfall"),
        ])
}

extension GapsEstimate.Dependence {
    static let table = ObjectTable(
        "dependence", "The loss without one nation's pledges", from: Self.empty,
        fields: [
            .required("nation", \.nation, .capitals, "The nation"),
            .required(
                "loss", \.loss, .object(GapsEstimate.Gain.table), "Graduates lost, and more unfilled person-periods"),
        ])
}
