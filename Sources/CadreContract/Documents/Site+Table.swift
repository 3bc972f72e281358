import CadrePlanning

extension Site {
    /// The members of `site.defined`. Source: CONTRACT § 2.
    static let table = ObjectTable(
        "site", "A place, in theatre or abroad", from: Site(name: ""),
        fields: [
            .required("name", \.name, .text, "The site's name"),
            .fallback("inTheatre", \.inTheatre, .flag, true, "Whether the site is in the mission area"),
            .fallback("threat", \.threat, .word, .medium, "The threat level; rules and caveats depend on it"),
            .fallback("climate", \.climate, .word, .hot, "The climate; use of commodities depends on it"),
            .fallback("route", \.route, .word, .air, "The means of supply"),
            .optional("latitude", \.latitude, .number(Bounds(-90...90)), "Degrees north"),
            .optional("longitude", \.longitude, .number(Bounds(-180...180)), "Degrees east"),
            .optional("beds", \.beds, .count, "Beds there; no alert without it"),
            .optional("classrooms", \.classrooms, .count, "Classrooms there; no alert without it"),
            .optional("powerKw", \.powerKw, .number(.quantity), "Power there in kW; no alert without it"),
            .optional("storage", \.storage, .quantities, "The largest stock, by commodity"),
            .optional(
                "hosted", \.hosted, .hosting,
                "Services that another organisation provides, unless the element is in (MODEL § 6); null: always"),
        ])
}
