/// A delivery that has arrived. Source: MODEL § 8.
public struct Delivery: Hashable, Sendable {
    public var site: ID<Site>
    public var commodity: ID<CommodityName>
    public var date: Day
    /// The quantity in the commodity's unit.
    public var quantity: Double

    public init(site: ID<Site>, commodity: ID<CommodityName>, date: Day, quantity: Double) {
        self.site = site
        self.commodity = commodity
        self.date = date
        self.quantity = quantity
    }
}
