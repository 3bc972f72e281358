/// Equipment that the host nation needs. Source: CONTRACT § 2, `equipment.required`; MODEL § 8.
public struct EquipmentItem: Hashable, Sendable {
    public var title: String
    public var quantity: Int
    public var kgEach: Double
    /// EUR.
    public var unitCost: Double
    public var element: ID<Element>?
    public var by: Day?

    public init(
        title: String, quantity: Int, kgEach: Double = 0, unitCost: Double = 0, element: ID<Element>? = nil,
        by: Day? = nil
    ) {
        self.title = title
        self.quantity = quantity
        self.kgEach = kgEach
        self.unitCost = unitCost
        self.element = element
        self.by = by
    }
}
