import CadrePlanning

extension EquipmentItem {
    /// The members of `equipment.required`. Source: CONTRACT § 2.
    static let table = ObjectTable(
        "item", "Equipment for the host nation", from: EquipmentItem(title: "", quantity: 0),
        fields: [
            .required("title", \.title, .text, "The item's title"),
            .required("quantity", \.quantity, .count, "The number of pieces; 0 ends the requirement"),
            .fallback("kgEach", \.kgEach, .number(.quantity), 0, "The weight of a piece in kg"),
            .fallback("unitCost", \.unitCost, .number(.quantity), 0, "The cost of a piece in EUR"),
            .optional("by", \.by, .date, "The day by which it is needed"),
            .optional("element", \.element, .identifier, "The element that the item belongs to"),
        ])
}
