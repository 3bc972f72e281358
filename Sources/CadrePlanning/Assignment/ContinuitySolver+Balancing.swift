/// Who has no seat yet finds one, and who has one too many gives way, at the least cost: to lift a person from his old
/// seat costs 1, to put one back gains 1, all else is free.
///
/// A primal-dual method with whole labels (Ford and Fulkerson 1957). An arc is tight when its cost equals the
/// difference of the labels at its ends; chains go along tight arcs only, so they are cheapest ones. Within a phase a
/// failed search leaves its nodes dead. When every source has failed, all labels but those of the dead go up by one:
/// no reduced cost falls below 0, so the end is a cheapest flow.
extension ContinuitySolver {
    func balance(_ patience: inout Patience, isStopped: () -> Bool) throws(Superseded) {
        // A chain passes a node once and costs at most 1 a step: a label above that is no flow's.
        while labels <= pledges + side.count + 1 {
            for number in 0..<pledges { seenIn.cells[number] = 0 }
            for at in 0..<labels {
                for word in sideWords {
                    open.cells[at * matrix.nodeWords + word] = labelled.cells[at * matrix.nodeWords + word]
                }
            }
            var isBalanced = true
            for number in 0..<pledges where unseated.cells[number] > 0 {
                while unseated.cells[number] > 0, seenIn.cells[number] != .max {
                    try patience.spend(isStopped)
                    search(from: number)
                }
                if unseated.cells[number] > 0 { isBalanced = false }
            }
            for node in side where vacant.cells[node] < 0 {
                while vacant.cells[node] < 0, isOpen(node) {
                    try patience.spend(isStopped)
                    search(from: -1 - node)
                }
                if vacant.cells[node] < 0 { isBalanced = false }
            }
            if isBalanced { return }
            raiseLabels()
        }
        preconditionFailure("these totals are not those of this period")
    }

    private func isOpen(_ node: Int) -> Bool {
        open.cells[nodeLabel.cells[node] * matrix.nodeWords + node >> 6] & BitWords.mask(node) != 0
    }

    private func raiseLabels() {
        for number in 0..<pledges where seenIn.cells[number] != .max { pledgeLabel.cells[number] += 1 }
        for node in side where isOpen(node) { nodeLabel.cells[node] += 1 }
        let words = matrix.nodeWords
        labelled.grow(to: (labels + 1) * words, keeping: labels * words)
        open.grow(to: (labels + 1) * words, keeping: labels * words)
        let labelled = labelled.cells, open = open.cells
        for word in sideWords {
            labelled[labels * words + word] = open[(labels - 1) * words + word]
            for label in stride(from: labels - 1, through: 0, by: -1) {
                let raised = label > 0 ? open[(label - 1) * words + word] : 0
                let at = label * words + word
                labelled[at] = labelled[at] & ~open[at] | raised
            }
        }
        labels += 1
    }

    /// Looks for a chain of tight arcs to a vacant post or a pledge with too many seats, and moves persons along it.
    private func search(from source: Int) {
        searches += 1
        queue.cells[0] = source
        if source >= 0 {
            seenIn.cells[source] = searches
        } else {
            let node = -1 - source
            open.cells[nodeLabel.cells[node] * matrix.nodeWords + node >> 6] &= ~BitWords.mask(node)
        }
        var head = 0, tail = 1
        while head < tail {
            let at = queue.cells[head]
            head += 1
            if let sink = at >= 0 ? seeGroups(of: at, &tail) : seePledges(in: -1 - at, &tail) {
                move(from: source, to: sink)
                return reopen(tail)
            }
        }
        for seen in 0..<tail where queue.cells[seen] >= 0 { seenIn.cells[queue.cells[seen]] = .max }
    }

    /// Sees the groups that a pledge's persons may go to at no loss.
    /// - Returns: One with a vacant post, if there is any.
    private func seeGroups(of number: Int, _ tail: inout Int) -> Int? {
        let words = matrix.nodeWords, sideWords = sideWords, label = pledgeLabel.cells[number]
        let row = classOfPledge.cells[number] * words, tight = label * words
        let rows = matrix.rows.cells, open = open.cells, vacantNodes = vacantNodes.cells
        let queue = queue.cells, pledgeTo = pledgeTo.cells, pairToNode = pairToNode.cells
        for word in sideWords {
            let hit = rows[row + word] & open[tight + word] & vacantNodes[word]
            guard hit != 0 else { continue }
            let node = word << 6 + hit.trailingZeroBitCount
            pledgeTo[node] = number
            pairToNode[node] = -1
            return -1 - node
        }
        for word in sideWords {
            var hit = rows[row + word] & open[tight + word]
            open[tight + word] ^= hit
            while hit != 0 {
                let node = word << 6 + hit.trailingZeroBitCount
                hit &= hit - 1
                pledgeTo[node] = number
                pairToNode[node] = -1
                queue[tail] = -1 - node
                tail += 1
            }
        }
        return label > 0 ? seeOldGroups(of: number, label, &tail) : nil
    }

    /// Sees the groups to which a pledge's persons may go back.
    private func seeOldGroups(of number: Int, _ label: Int, _ tail: inout Int) -> Int? {
        let tight = (label - 1) * matrix.nodeWords
        let cells = pairs.cells.cells, open = open.cells
        var next = pairs.firstOfPledge.cells[number]
        while next >= 0 {
            let pair = cells[Int(next)]
            let node = Int(pair.node)
            if pair.persons < pair.before, open[tight + node >> 6] & BitWords.mask(node) != 0 {
                open[tight + node >> 6] &= ~BitWords.mask(node)
                pledgeTo.cells[node] = number
                pairToNode.cells[node] = next
                queue.cells[tail] = -1 - node
                tail += 1
                if vacant.cells[node] > 0 { return -1 - node }
            }
            next = pair.nextOfPledge
        }
        return nil
    }

    /// Sees the pledges whose persons may leave a group.
    /// - Returns: One with too many seats, if there is any.
    private func seePledges(in node: Int, _ tail: inout Int) -> Int? {
        let label = nodeLabel.cells[node], search = searches
        let cells = pairs.cells.cells, seenIn = seenIn.cells, pledgeLabel = pledgeLabel.cells
        var next = pairs.firstOfNode.cells[node]
        while next >= 0 {
            let pair = cells[Int(next)]
            let number = Int(pair.pledge)
            if pair.persons > 0, seenIn[number] < search,
                pledgeLabel[number] == (pair.persons > pair.before ? label : label + 1)
            {
                seenIn[number] = search
                pairToPledge.cells[number] = next
                queue.cells[tail] = number
                tail += 1
                if unseated.cells[number] < 0 { return number }
            }
            next = pair.nextOfNode
        }
        return nil
    }

    /// After a chain was found nothing of what the search saw is dead.
    private func reopen(_ tail: Int) {
        for seen in 0..<tail where queue.cells[seen] < 0 {
            let node = -1 - queue.cells[seen]
            open.cells[nodeLabel.cells[node] * matrix.nodeWords + node >> 6] |= BitWords.mask(node)
        }
    }

    /// Moves as many persons along a chain as it carries.
    private func move(from source: Int, to sink: Int) {
        var moved = min(excess(source), -excess(sink))
        var at = sink
        while at != source {
            if at >= 0 {
                let pair = pairs.cells.cells[Int(pairToPledge.cells[at])]
                moved = min(moved, pair.persons > pair.before ? pair.persons - pair.before : pair.persons)
                at = -1 - Int(pair.node)
            } else {
                let known = pairToNode.cells[-1 - at]
                if known >= 0 {
                    let pair = pairs.cells.cells[Int(known)]
                    moved = min(moved, pair.before - pair.persons)
                }
                at = pledgeTo.cells[-1 - at]
            }
        }
        at = sink
        while at != source {
            if at >= 0 {
                let pair = Int(pairToPledge.cells[at])
                pairs.cells.cells[pair].persons -= moved
                at = -1 - Int(pairs.cells.cells[pair].node)
            } else {
                let node = -1 - at
                at = pledgeTo.cells[node]
                pairs.add(moved, pledge: at, node: node)
            }
        }
        change(source, by: -moved)
        change(sink, by: moved)
    }

    private func excess(_ at: Int) -> Int { at >= 0 ? unseated.cells[at] : -vacant.cells[-1 - at] }

    private func change(_ at: Int, by persons: Int) {
        guard at < 0 else {
            unseated.cells[at] += persons
            return
        }
        let node = -1 - at
        vacant.cells[node] -= persons
        if vacant.cells[node] <= 0 { vacantNodes.cells[node >> 6] &= ~BitWords.mask(node) }
    }
}
