import CadrePlanning

extension Delivery {
    /// The members of `delivery.received`. Source: CONTRACT § 2.
    static let table = ObjectTable(
        "delivery", "A delivery that a site received",
        from: Delivery(site: ID(""), commodity: ID(""), date: .epoch, quantity: 0),
        fields: [
            .required("site", \.site, .identifier, "The site"),
            .required("commodity", \.commodity, .identifier, "The commodity"),
            .required("date", \.date, .date, "The day of the delivery"),
            .required("quantity", \.quantity, .number(.quantity), "The quantity in the commodity's unit"),
        ])
}
