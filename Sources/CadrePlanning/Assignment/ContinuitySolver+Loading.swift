/// A seat of the period before, in this period's numbers.
struct EarlierPair: BitwiseCopyable {
    var node: Int
    var persons: Int
}

extension ContinuitySolver {
    /// Numbers groups and classes that have persons.
    func load(_ period: AssignmentPeriod, totals: AssignmentTotals) {
        precondition(totals.filled.count == period.groups.count)
        precondition(totals.used.count == period.supplies.count)
        precondition(totals.usedInTheatre.count == period.supplies.count)
        nodesInTheatre = 0
        keys = 0
        for (index, group) in period.groups.enumerated() where totals.filled[index] > 0 {
            precondition(group.key >= 0)
            if group.inTheatre { nodesInTheatre += 1 }
            keys = max(keys, group.key + 1)
        }
        matrix.begin(nodesInTheatre: nodesInTheatre, nodesMax: period.groups.count)
        pledgeNumbers = 0
        for (index, supply) in period.supplies.enumerated() where totals.used[index] > 0 {
            precondition(supply.pledge >= 0)
            _ = matrix.number(ofClass: supply.pledgeClass)
            pledgeNumbers = max(pledgeNumbers, supply.pledge + 1)
        }
        makeRoom(supplies: period.supplies.count, nodes: BitWords.words(nodesInTheatre) << 6 + period.groups.count)
        for inTheatre in [true, false] {
            for (index, group) in period.groups.enumerated()
            where totals.filled[index] > 0 && group.inTheatre == inTheatre {
                let node = matrix.addNode(signature: group.signature)
                groupOfNode.cells[node] = index
                vacant.cells[node] = totals.filled[index]
                nodeOfKey.cells[group.key] = node
            }
        }
        matrix.buildColumns()
        matrix.buildRows()
        vacantNodes.need(matrix.nodeWords)
        labelled.need(matrix.nodeWords)
        open.need(matrix.nodeWords)
        searches = 0
    }

    private func makeRoom(supplies: Int, nodes: Int) {
        nodeOfKey.need(keys, all: -1)
        groupOfNode.need(nodes)
        vacant.need(nodes)
        nodeLabel.need(nodes)
        pledgeTo.need(nodes)
        pairToNode.need(nodes)
        classOfPledge.need(supplies)
        supplyOfPledge.need(supplies)
        unseated.need(supplies)
        pledgeLabel.need(supplies)
        seenIn.need(supplies)
        pairToPledge.need(supplies)
        begins.need(supplies)
        ends.need(supplies)
        queue.need(supplies + nodes)
    }

    /// Numbers the pledges that use persons on a side; nobody has a seat there yet.
    func loadSide(_ period: AssignmentPeriod, totals: AssignmentTotals, inTheatre: Bool) {
        let abroad = min(matrix.nodeWordsInTheatre << 6, matrix.nodes)
        side = inTheatre ? 0..<nodesInTheatre : abroad..<matrix.nodes
        sideWords = side.lowerBound >> 6..<BitWords.words(side.upperBound)
        numberOfPledge.need(pledgeNumbers, all: -1)
        pledges = 0
        for (index, supply) in period.supplies.enumerated() {
            let here = inTheatre ? totals.usedInTheatre[index] : totals.used[index] - totals.usedInTheatre[index]
            guard here > 0 else { continue }
            numberOfPledge.cells[supply.pledge] = pledges
            classOfPledge.cells[pledges] = matrix.number(ofClass: supply.pledgeClass)
            supplyOfPledge.cells[pledges] = index
            unseated.cells[pledges] = here
            pledgeLabel.cells[pledges] = 0
            pledges += 1
        }
        pairs.clear(pledges: pledges, nodes: matrix.nodes)
        labels = 1
        for word in sideWords { labelled.cells[word] = 0 }
        for node in side {
            nodeLabel.cells[node] = 0
            labelled.cells[node >> 6] |= BitWords.mask(node)
        }
    }

    /// Seats everybody where he sat and still may, by pledge and then group, in whatever order the seats come.
    func seatAsBefore(_ previous: [Seat]) {
        for number in 0..<pledges { begins.cells[number] = 0 }
        var count = 0
        for seat in previous {
            guard let (number, _) = pair(of: seat) else { continue }
            begins.cells[number] += 1
            count += 1
        }
        earlier.need(count)
        var end = 0
        for number in 0..<pledges {
            end += begins.cells[number]
            begins.cells[number] = end - begins.cells[number]
            ends.cells[number] = begins.cells[number]
        }
        for seat in previous {
            guard let (number, node) = pair(of: seat) else { continue }
            // No more than may sit there in any case: so sums stay small, and the count of who stays is the same.
            insert(EarlierPair(node: node, persons: min(seat.persons, vacant.cells[node])), number)
        }
        // All are capped by what the pair may have before any of them takes a place.
        for number in 0..<pledges {
            for at in begins.cells[number]..<ends.cells[number] {
                let pair = earlier.cells[at]
                earlier.cells[at].persons = min(pair.persons, unseated.cells[number], vacant.cells[pair.node])
            }
        }
        for number in 0..<pledges {
            for at in begins.cells[number]..<ends.cells[number] {
                let pair = earlier.cells[at]
                pairs.append(pledge: number, node: pair.node, persons: pair.persons, before: pair.persons)
                unseated.cells[number] -= pair.persons
                vacant.cells[pair.node] -= pair.persons
            }
        }
        for word in sideWords { vacantNodes.cells[word] = 0 }
        for node in side where vacant.cells[node] > 0 { vacantNodes.cells[node >> 6] |= BitWords.mask(node) }
    }

    /// The pledge's number and the node, where both are on this side and the one may still fill the other.
    private func pair(of seat: Seat) -> (number: Int, node: Int)? {
        guard seat.persons > 0, seat.key >= 0, seat.key < keys, seat.pledge >= 0, seat.pledge < pledgeNumbers
        else { return nil }
        let number = numberOfPledge.cells[seat.pledge], node = nodeOfKey.cells[seat.key]
        guard number >= 0, side.contains(node) else { return nil }
        let word = matrix.rows.cells[classOfPledge.cells[number] * matrix.nodeWords + node >> 6]
        return word & BitWords.mask(node) == 0 ? nil : (number, node)
    }

    private func insert(_ pair: EarlierPair, _ number: Int) {
        let cells = earlier.cells
        var at = ends.cells[number]
        while at > begins.cells[number], cells[at - 1].node > pair.node { at -= 1 }
        if at > begins.cells[number], cells[at - 1].node == pair.node {
            cells[at - 1].persons += pair.persons
            return
        }
        var moving = ends.cells[number]
        while moving > at {
            cells[moving] = cells[moving - 1]
            moving -= 1
        }
        cells[at] = pair
        ends.cells[number] += 1
    }
}
