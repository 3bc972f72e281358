import CadrePlanning

extension Strength {
    static let table = ObjectTable(
        "strength", "Persons of each period", from: Strength.empty,
        fields: [
            .required("required", \.required, .counts, "Posts"),
            .required("filled", \.filled, .counts, "Filled posts"),
        ])
}
