extension LogisticsEstimate {
    /// What of each item of equipment is needed, pledged and delivered. Source: MODEL § 8, equipment.
    static func equipment(_ basis: Basis, _ selection: Selection) -> Rows<Equipment> {
        var rows: [ID<EquipmentItem>: Equipment] = [:]
        for entry in basis.items {
            rows[entry.id] = Equipment(
                needed: selection.isIn(entry.element) ? entry.item.quantity : 0, donation: 0, sale: 0, loan: 0,
                delivered: 0, gap: 0, kgToCome: 0)
        }
        for (index, entry) in basis.pledges.enumerated() where selection.pledges[index] {
            guard case .equipment(let pledged) = entry.pledge.offer else { continue }
            switch pledged.mode {
            case .donation: rows[pledged.item]?.donation += pledged.quantity
            case .sale: rows[pledged.item]?.sale += pledged.quantity
            case .loan: rows[pledged.item]?.loan += pledged.quantity
            }
            rows[pledged.item]?.delivered += pledged.delivered
        }
        return Rows(
            basis.items.compactMap { entry in
                guard var row = rows[entry.id] else { return nil }
                let pledged = row.donation + row.sale + row.loan
                row.gap = max(0, row.needed - pledged)
                row.kgToCome = Double(pledged - row.delivered) * entry.item.kgEach
                return (entry.id.text, row)
            })
    }
}
