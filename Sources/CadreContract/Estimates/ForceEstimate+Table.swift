import CadrePlanning

extension ForceEstimate {
    /// The members of `force.<scenario>`. Source: CONTRACT § 4.
    public static let table = ObjectTable(
        "force", "Persons required and filled in each period", from: ForceEstimate.empty,
        fields: [
            .required("required", \.inTheatre.required, .counts, "Posts in theatre"),
            .required("filled", \.inTheatre.filled, .counts, "Filled posts in theatre"),
            .required("abroad", \.abroad, strength, "At schools in the nations that offer training places"),
            .required("visiting", \.visiting, strength, "Mobile teams in theatre"),
            .rows("byCapability", \.byCapability, strength, "In theatre, by capability"),
            .rows("bySite", \.bySite, strength, "At all sites"),
            .rows("byLine", \.byLine, strength, "At all sites, by line"),
            .rows("byNation", \.byNation, names: .capitals, .counts, "Persons used, by the nation that gives them"),
            .tables(
                "hosted", \.hosted, .counts,
                "Posts that others must provide, by site, then capability; they count in no strength"),
        ])

    private static let strength = Form.object(Strength.table)
}
