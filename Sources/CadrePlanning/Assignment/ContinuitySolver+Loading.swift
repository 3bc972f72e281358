extension ContinuitySolver {
    /// Numbers the nodes and the classes that have persons.
    func load(_ period: AssignmentPeriod, totals: AssignmentTotals) {
        precondition(totals.filled.count == period.groups.count)
        precondition(totals.used.count == period.supplies.count)
        precondition(totals.usedInTheatre.count == period.supplies.count)
        loadNodes(period, totals)
        pledgeNumbers = 0
        presentClasses.clear(rows: 1, bits: matrix.classes)
        for (index, supply) in period.supplies.enumerated() where totals.used[index] > 0 {
            precondition(supply.pledge >= 0 && supply.pledgeClass >= 0 && supply.pledgeClass < matrix.classes)
            presentClasses.rows.insert(supply.pledgeClass, in: 0)
            pledgeNumbers = max(pledgeNumbers, supply.pledge + 1)
        }
        makeRoom(supplies: period.supplies.count)
        buildRows(period)
    }

    /// Numbers the keys of the groups that have persons, by the rank of their first group.
    private func loadNodes(_ period: AssignmentPeriod, _ totals: AssignmentTotals) {
        keys = 0
        for (index, group) in period.groups.enumerated() where totals.filled[index] > 0 {
            precondition(group.key >= 0 && group.signature >= 0 && group.signature < matrix.kinds)
            keys = max(keys, group.key + 1)
        }
        nodeOfKey.reset(keys, to: -1)
        groupOfNode.reserve(period.groups.count)
        filledOfNode.reserve(period.groups.count)
        nodesBySide.clear(rows: 2, bits: period.groups.count)
        nodes = 0
        for (index, group) in period.groups.enumerated() where totals.filled[index] > 0 {
            let known = nodeOfKey.cells[group.key]
            if known >= 0 {
                let first = period.groups[groupOfNode.cells[NodeIndex(compact: known)]]
                precondition(first.signature == group.signature && first.inTheatre == group.inTheatre)
                filledOfNode.cells[NodeIndex(compact: known)] += totals.filled[index]
                continue
            }
            let node = NodeIndex(nodes)
            nodeOfKey.cells[group.key] = node.compact
            groupOfNode.cells[node] = index
            filledOfNode.cells[node] = totals.filled[index]
            nodesBySide.rows.insert(nodes, in: group.inTheatre ? 0 : 1)
            nodes += 1
        }
    }

    private func makeRoom(supplies: Int) {
        rowOfClass.reserve(matrix.classes)
        vacant.reserve(nodes)
        nodeLabel.reserve(nodes)
        rowOfPledge.reserve(supplies)
        supplyOfPledge.reserve(supplies)
        unassigned.reserve(supplies)
        pledgeLabel.reserve(supplies)
        begins.reserve(supplies)
        ends.reserve(supplies)
    }

    /// Numbers the pledges that use persons on a side. No person has a group there yet.
    func loadSide(_ side: Int, _ period: AssignmentPeriod, totals: AssignmentTotals) {
        self.side = side
        indexOfPledge.reset(pledgeNumbers, to: -1)
        pledges = 0
        for (index, supply) in period.supplies.enumerated() {
            let here = side == 0 ? totals.usedInTheatre[index] : totals.used[index] - totals.usedInTheatre[index]
            guard here > 0 else { continue }
            let pledge = PledgeIndex(pledges)
            indexOfPledge.cells[supply.pledge] = pledge.compact
            rowOfPledge.cells[pledge] = rowOfClass.cells[ClassIndex(supply.pledgeClass)]
            supplyOfPledge.cells[pledge] = index
            unassigned.cells[pledge] = here
            pledgeLabel.cells[pledge] = 0
            pledges += 1
        }
        table.clear(rows: pledges, columns: nodes)
        labels = 1
        let width = nodesOfClass.wordsPerRow << 6
        labelled.clear(rows: 1, bits: width)
        search.clear(hubs: pledges, spokes: width, layers: 1)
        nodesBySide.rows.forEach(in: side) { number in
            nodeLabel.cells[NodeIndex(number)] = 0
            labelled.rows.insert(number, in: 0)
            vacant.cells[NodeIndex(number)] = filledOfNode.cells[NodeIndex(number)]
        }
    }

    /// Assigns all persons as in the previous period if that is still eligible, by pledge and then node, in whatever
    /// order the earlier assignments come.
    func assignAsBefore(_ previous: [GroupAssignment]) {
        sortByPledge(previous)
        // All are limited to what the pair may have before any of them takes a post.
        for number in 0..<pledges {
            let pledge = PledgeIndex(number)
            for at in begins.cells[pledge]..<ends.cells[pledge] {
                let pair = earlier.cells[at]
                earlier.cells[at].persons = min(pair.persons, unassigned.cells[pledge], vacant.cells[pair.node])
            }
        }
        for number in 0..<pledges {
            let pledge = PledgeIndex(number)
            for at in begins.cells[pledge]..<ends.cells[pledge] {
                let pair = earlier.cells[at]
                table.append(pair.persons, pledge, pair.node, before: pair.persons)
                unassigned.cells[pledge] -= pair.persons
                vacant.cells[pair.node] -= pair.persons
            }
        }
        vacantNodes.clear(rows: 1, bits: nodesOfClass.wordsPerRow << 6)
        nodesBySide.rows.forEach(in: side) { number in
            if vacant.cells[NodeIndex(number)] > 0 { vacantNodes.rows.insert(number, in: 0) }
        }
    }

    private func sortByPledge(_ previous: [GroupAssignment]) {
        let begins = begins.cells, ends = ends.cells
        begins.fill(pledges, with: 0)
        var count = 0
        for assignment in previous {
            guard let (pledge, _) = pair(of: assignment) else { continue }
            begins[pledge] += 1
            count += 1
        }
        earlier.reserve(count)
        var end = 0
        for number in 0..<pledges {
            let pledge = PledgeIndex(number), here = begins[pledge]
            begins[pledge] = end
            ends[pledge] = end
            end += here
        }
        for assignment in previous {
            guard let (pledge, node) = pair(of: assignment) else { continue }
            // No more than may be there in any case: sums stay small, and the number of those who stay is the same.
            insert(EarlierPair(node: node, persons: min(assignment.persons, vacant.cells[node])), pledge)
        }
    }

    /// Returns the pledge and the node if both are on this side and the one may still fill the other.
    private func pair(of assignment: GroupAssignment) -> (pledge: PledgeIndex, node: NodeIndex)? {
        guard assignment.persons > 0, assignment.key >= 0, assignment.key < keys, assignment.pledge >= 0,
            assignment.pledge < pledgeNumbers
        else { return nil }
        let pledge = PledgeIndex(compact: indexOfPledge.cells[assignment.pledge])
        let node = NodeIndex(compact: nodeOfKey.cells[assignment.key])
        guard pledge.compact >= 0, node.compact >= 0, nodesBySide.rows.contains(node.number, in: side),
            nodesOfClass.rows.contains(node.number, in: rowOfPledge.cells[pledge])
        else { return nil }
        return (pledge, node)
    }

    private func insert(_ pair: EarlierPair, _ pledge: PledgeIndex) {
        let earlier = earlier.cells, begin = begins.cells[pledge], end = ends.cells[pledge]
        var at = end
        while at > begin, earlier[at - 1].node.compact > pair.node.compact { at -= 1 }
        if at > begin, earlier[at - 1].node == pair.node {
            earlier[at - 1].persons += pair.persons
            return
        }
        var moving = end
        while moving > at {
            earlier[moving] = earlier[moving - 1]
            moving -= 1
        }
        earlier[at] = pair
        ends.cells[pledge] = end + 1
    }
}
