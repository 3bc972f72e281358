/// The equipment of one item that is needed, pledged and delivered. Source: MODEL § 8, equipment.
struct EquipmentPlan: Equatable, Sendable {
    let item: Entity<EquipmentItem>
    let needed: Int
    var pledged: [Pledge.Equipment.Mode: Int] = [:]
    var delivered = 0
    /// Pledged for delivery on or before the item's `by`; without a date it counts as in time.
    var inTime = 0

    var pledgedInAll: Int { pledged.values.reduce(0, +) }
    var gap: Int { max(0, needed - pledgedInAll) }
    var kgToCome: Double { Double(pledgedInAll - delivered) * item.value.kgEach }
    /// Whether less than is needed is pledged in time. Source: MODEL § 12, `equipment-late`.
    var isLate: Bool { item.value.by != nil && inTime < needed }

    /// Returns the plan of each item, in the order of ids.
    static func all(_ basis: Basis, _ selection: Selection) -> [EquipmentPlan] {
        var plans: [ID<EquipmentItem>: EquipmentPlan] = [:]
        for item in basis.items {
            let element = item.value.element.flatMap { basis.numbers.entities.elements.known($0) }
            plans[item.id] = EquipmentPlan(item: item, needed: selection.isIn(element) ? item.value.quantity : 0)
        }
        for entry in basis.pledges where selection.pledges[entry.number] {
            guard case .equipment(let offer) = entry.pledge.offer else { continue }
            plans[offer.item]?.add(offer)
        }
        return basis.items.compactMap { plans[$0.id] }
    }

    private mutating func add(_ offer: Pledge.Equipment) {
        pledged[offer.mode, default: 0] += offer.quantity
        delivered += offer.delivered
        if let by = item.value.by, let delivery = offer.delivery, by < delivery { return }
        inTime += offer.quantity
    }
}
