/// The personnel pledges in the order of calling up. One per mission.
enum CallUpStage: Stage {
    static func compute(_ input: [PledgeEntry], _ tools: inout NoTools) -> [PledgeEntry] {
        let ranked = input.compactMap { entry -> (rank: Int, from: Int, entry: PledgeEntry)? in
            guard entry.pledgeClass != nil else { return nil }
            return (entry.pledge.status.callUpRank, entry.pledge.peopleFrom.number, entry)
        }
        // Equal keys stay in the order of ids, which the list is in.
        return ranked.enumerated().sorted { a, b in
            (a.element.rank, a.element.from, a.offset) < (b.element.rank, b.element.from, b.offset)
        }.map(\.element.entry)
    }

    /// Moves the entries that changed, if they are few.
    static func update(
        _ output: [PledgeEntry], from old: [PledgeEntry], to new: [PledgeEntry], _ tools: inout NoTools
    ) -> [PledgeEntry] {
        var removed: [PledgeEntry] = []
        var added: [PledgeEntry] = []
        var index = 0
        for entry in new {
            while index < old.count, old[index] !== entry, old[index].id < entry.id || old[index].id == entry.id {
                removed.append(old[index])
                index += 1
            }
            if index < old.count, old[index] === entry { index += 1 } else { added.append(entry) }
            if removed.count + added.count > PlanningLimits.changesFollowedMax { return compute(new, &tools) }
        }
        removed += old[index...]
        guard removed.count + added.count <= PlanningLimits.changesFollowedMax else { return compute(new, &tools) }
        var order = output
        for entry in removed where entry.pledgeClass != nil {
            let place = order.partitioningIndex(where: { !$0.isCalledUp(before: entry) })
            order.remove(at: place)
        }
        for entry in added where entry.pledgeClass != nil {
            let place = order.partitioningIndex(where: { !$0.isCalledUp(before: entry) })
            order.insert(entry, at: place)
        }
        return order
    }
}
