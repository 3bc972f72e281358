import CadrePlanning

extension Caveats {
    /// The national restrictions on the use of a pledge. Source: CONTRACT § 2.
    static let table = ObjectTable(
        "caveats", "National restrictions on the use of a pledge", from: Caveats(),
        fields: [
            .optional("sites", \.sites, .list(of: .identifier), "Only at these sites"),
            .optional("notSites", \.notSites, .list(of: .identifier), "Not at these sites"),
            .optional("maxThreat", \.maxThreat, .word, "Not at sites of a higher threat"),
            .optional("notAudiences", \.notAudiences, .list(of: .identifier), "Not for these audiences"),
            .optional("elements", \.elements, .list(of: .identifier), "Only for these elements"),
            .fallback("abroadOnly", \.abroadOnly, .flag, false, "Only outside the mission area"),
        ])
}
