/// Rule 2: the vector of persons used, pledges in the order of calling up, is the lexicographically greatest that
/// leaves every group as full as rule 1 made it.
///
/// A pledge that wants posts looks for a chain of moves at whose end a class gives way that uses more than it has been
/// promised. Chains keep every fill and every promise. A failed search has seen nobody who could give way and never
/// will: closed for good. A class need only be asked in total, for alike pledges are served in order.
extension TotalsSolver {
    /// To be called after ``fill(_:isStopped:)``.
    /// - Returns: Persons used, per supply.
    func callUp(isStopped: () -> Bool, supplies: [AssignmentSupply]) throws(Superseded) -> [Int] {
        var result = [Int](repeating: 0, count: supplies.count)
        var left = 0
        for local in 0..<classes {
            promised.cells[local] = 0
            seenIn.cells[local] = 0
            left += used.cells[local]
        }
        for word in 0..<matrix.nodeWords { openKinds.cells[word] = kindsInUse.cells[word] }
        var patience = Patience()
        for (index, supply) in supplies.enumerated() where left > 0 && classOfSupply.cells[index] >= 0 {
            let local = classOfSupply.cells[index]
            let wanted = promised.cells[local] + supply.persons
            while used.cells[local] < wanted, seenIn.cells[local] != .max {
                try patience.spend(isStopped)
                if !makeWay(for: local, atMost: wanted - used.cells[local]) { break }
            }
            result[index] = min(supply.persons, used.cells[local] - promised.cells[local])
            promised.cells[local] += result[index]
            left -= result[index]
        }
        return result
    }

    /// Brings persons of a class into posts; another class gives way.
    /// - Returns: Whether any came.
    private func makeWay(for target: Int, atMost wanted: Int) -> Bool {
        let words = matrix.nodeWords
        let rows = matrix.rows.cells, unseen = unseenKinds.cells, open = openKinds.cells
        let seenIn = seenIn.cells, queue = queue.cells, entryTo = entryTo.cells, classTo = classTo.cells
        let entries = table.entries.cells, firstInColumn = table.firstInColumn.cells
        let used = used.cells, promised = promised.cells
        for word in 0..<words { unseen[word] = open[word] }
        searches += 1
        let search = searches
        seenIn[target] = search
        queue[0] = target
        var head = 0, tail = 1
        while head < tail {
            let local = queue[head]
            head += 1
            for word in 0..<words {
                var hit = rows[local * words + word] & unseen[word]
                unseen[word] ^= hit
                while hit != 0 {
                    let kind = word << 6 + hit.trailingZeroBitCount
                    hit &= hit - 1
                    classTo[kind] = local
                    var at = firstInColumn[kind]
                    while at >= 0 {
                        let next = Int(entries[Int(at)].row)
                        if seenIn[next] < search {
                            seenIn[next] = search
                            entryTo[next] = at
                            if used[next] > promised[next] {
                                giveWay(next, to: target, atMost: wanted)
                                return true
                            }
                            queue[tail] = next
                            tail += 1
                        }
                        at = entries[Int(at)].nextInColumn
                    }
                }
            }
        }
        for seen in 0..<tail { seenIn[queue[seen]] = .max }
        for word in 0..<words { open[word] = unseen[word] }
        return false
    }

    private func giveWay(_ giver: Int, to target: Int, atMost wanted: Int) {
        var moved = min(wanted, used.cells[giver] - promised.cells[giver])
        var at = giver
        while at != target {
            let entry = table.entries.cells[Int(entryTo.cells[at])]
            moved = min(moved, entry.persons)
            at = classTo.cells[Int(entry.column)]
        }
        at = giver
        while at != target {
            let entry = entryTo.cells[at]
            let kind = Int(table.entries.cells[Int(entry)].column)
            table.take(moved, from: entry)
            at = classTo.cells[kind]
            table.add(moved, row: at, column: kind)
        }
        used.cells[giver] -= moved
        used.cells[target] += moved
    }
}
