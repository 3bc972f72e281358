import CadrePlanning

extension StockCount {
    /// The members of `stock.counted`. Source: CONTRACT § 2.
    static let table = ObjectTable(
        "stock", "A commodity's stock at a site, as counted on a day",
        from: StockCount(site: ID(""), commodity: ID(""), date: .epoch, quantity: 0),
        fields: [
            .required("site", \.site, .identifier, "The site"),
            .required("commodity", \.commodity, .identifier, "The commodity"),
            .required("date", \.date, .date, "The day of the count"),
            .required("quantity", \.quantity, .number(.quantity), "The quantity in the commodity's unit"),
        ])
}
