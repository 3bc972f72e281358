/// The sale of equipment by one pledge. EUR. Source: MODEL § 8, money.
struct Sale: Equatable, Sendable {
    let pledge: PledgeEntry
    let item: ID<EquipmentItem>
    let period: Int
    let cost: Double

    /// Returns the sales within the horizon, in the order of the pledges' ids.
    static func all(_ basis: Basis, _ selection: Selection) -> [Sale] {
        let items = Dictionary(uniqueKeysWithValues: basis.items.map { ($0.id, $0.value) })
        return basis.pledges.compactMap { entry in
            guard selection.pledges[entry.number], case .equipment(let sold) = entry.pledge.offer, sold.mode == .sale,
                let item = items[sold.item]
            else { return nil }
            let period = (sold.delivery ?? item.by).map { basis.horizon.period(of: $0) } ?? 0
            guard basis.horizon.contains(period) else { return nil }
            return Sale(pledge: entry, item: sold.item, period: period, cost: Double(sold.quantity) * item.unitCost)
        }
    }
}
