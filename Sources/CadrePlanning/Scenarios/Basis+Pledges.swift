extension Basis {
    /// This basis after a change of pledges alone: equal in every figure to one that is built anew.
    ///
    /// What nobody uses any more, a class of alike pledges or a nation, stays, and is never seen.
    /// - Parameters:
    ///   - ids: The pledges that may have changed.
    ///   - documents: What stands now.
    /// - Returns: The basis and the indices of the pledges that did change, ascending; `nil` where references changed
    ///   with them, or too much would stay that nobody uses.
    func replacing(_ ids: Set<ID<Pledge>>, in documents: StandingDocuments) -> (basis: Basis, changed: [Int])? {
        var changed: [(id: ID<Pledge>, pledge: Pledge)] = []
        for id in ids {
            guard case .pledge(_, let pledge)? = documents.standing[EntityKey(.pledge, id.text)]?.document,
                references.hold(with: .pledge(id, pledge), in: documents, factors)
            else { return nil }
            if pledgeIndices[id].map({ pledges[$0].pledge != pledge }) ?? true { changed.append((id, pledge)) }
        }
        guard network.classes.count <= 2 * (pledges.count + PlanningLimits.classesSpareMax) else { return nil }
        var basis = self
        let new = changed.filter { pledgeIndices[$0.id] == nil }.map(\.id).sorted()
        for (offset, id) in new.enumerated() { basis.pledgeIndices[id] = pledges.count + offset }
        for (id, _) in changed {
            if let index = pledgeIndices[id], let place = basis.callingUp.firstIndex(of: index) {
                basis.callingUp.remove(at: place)
            }
        }
        // In order, so that new ones are appended as they were numbered.
        let placed = changed.compactMap { id, pledge in
            basis.pledgeIndices[id].map { (index: $0, id: id, pledge: pledge) }
        }.sorted { $0.index < $1.index }
        for (index, id, pledge) in placed { basis.place(pledge, id, at: index) }
        return (basis, placed.map(\.index))
    }

    private mutating func place(_ pledge: Pledge, _ id: ID<Pledge>, at index: Int) {
        var pledgeClass: Int?
        if case .personnel(let people) = pledge.offer { pledgeClass = self.pledgeClass(of: people) }
        let nation = nations.firstIndex(of: pledge.nation) ?? nations.count
        if nation == nations.count { nations.append(pledge.nation) }
        let entry = PledgeEntry(
            id: id, pledge: pledge, nation: nation, requires: pledge.requires.compactMap { pledgeIndices[$0] },
            pledgeClass: pledgeClass)
        if index < pledges.count {
            pledges[index] = entry
        } else {
            pledges.append(entry)
            pledgeOrder.insert(index, at: pledgeOrder.firstPlace { id < pledges[$0].id })
        }
        if pledgeClass != nil {
            callingUp.insert(index, at: callingUp.firstPlace { entry.isCalledUp(before: pledges[$0]) })
        }
    }

    private mutating func pledgeClass(of people: Pledge.Personnel) -> Int {
        let known = capabilities.all.count
        let offered = Set(([people.capability] + people.also).map { capabilities.index(of: $0) }).sorted()
        if capabilities.all.count > known { capabilities.close() }
        let index = network.index(of: PledgeClass(capabilities: offered, caveats: people.caveats))
        guard index == eligibility.classes else { return index }
        let compiled = CompiledCaveats(people.caveats, sites: sites, elements: elementIndices)
        caveats.append(compiled)
        eligibility.addClass()
        for signature in network.signatures(met: offered, capabilities) {
            let wanted = network.signatures[signature]
            if compiled.bar(wanted, at: sites[wanted.site].site) == nil {
                eligibility.allow(pledgeClass: index, signature: signature)
            }
        }
        return index
    }
}

extension Array {
    /// The first place at which `isBehind` holds; it must hold at all places after one at which it does. O(log n).
    func firstPlace(where isBehind: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
