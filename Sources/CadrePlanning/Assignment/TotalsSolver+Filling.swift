/// Rule 1: the vector of filled posts, groups in the strict order, is the lexicographically greatest.
///
/// Posts that can be filled form a matroid: each group in order takes what spare persons it can get, directly or by a
/// chain of moves that leaves every earlier group as full as it was. What a failed search has seen is a saturated
/// cut: no later chain can enter it and come out, so it is closed for good.
extension TotalsSolver {
    func fill(_ groups: [AssignmentGroup], isStopped: () -> Bool) throws(Superseded) -> [Int] {
        var filled = [Int](repeating: 0, count: groups.count)
        for local in 0..<classes { used.cells[local] = 0 }
        for kind in 0..<matrix.nodes { seenIn.cells[kind] = 0 }
        BitWords.setFirst(classes, of: openClasses.cells, words: matrix.classWords)
        BitWords.setFirst(classes, of: spareClasses.cells, words: matrix.classWords)
        var spare = personsInAll
        var patience = Patience()
        for index in groups.indices where spare > 0 && kindOfGroup.cells[index] >= 0 {
            let kind = kindOfGroup.cells[index]
            let wanted = min(groups[index].posts, spare)
            while filled[index] < wanted, seenIn.cells[kind] != .max {
                try patience.spend(isStopped)
                filled[index] += chain(to: kind, atMost: wanted - filled[index])
            }
            spare -= filled[index]
        }
        return filled
    }

    /// Brings spare persons into a kind, by the shortest chain of moves.
    /// - Returns: How many came; 0 when there is no chain, now or later.
    func chain(to target: Int, atMost wanted: Int) -> Int {
        let words = matrix.classWords
        let columns = matrix.columns.cells, unseen = unseenClasses.cells
        let seenIn = seenIn.cells, queue = queue.cells, entryTo = entryTo.cells, classTo = classTo.cells
        let entries = table.entries.cells, firstInRow = table.firstInRow.cells
        if let found = spareClass(in: target) { return seat(found, in: target, target: target, atMost: wanted) }
        for word in 0..<words { unseen[word] = openClasses.cells[word] }
        searches += 1
        let search = searches
        seenIn[target] = search
        queue[0] = target
        var head = 0, tail = 1
        while head < tail {
            let kind = queue[head]
            head += 1
            for word in 0..<words {
                var hit = columns[kind * words + word] & unseen[word]
                unseen[word] ^= hit
                while hit != 0 {
                    let local = word << 6 + hit.trailingZeroBitCount
                    hit &= hit - 1
                    var at = firstInRow[local]
                    while at >= 0 {
                        let next = Int(entries[Int(at)].column)
                        if seenIn[next] < search {
                            seenIn[next] = search
                            entryTo[next] = at
                            classTo[next] = kind
                            if let found = spareClass(in: next) {
                                return seat(found, in: next, target: target, atMost: wanted)
                            }
                            queue[tail] = next
                            tail += 1
                        }
                        at = entries[Int(at)].nextInRow
                    }
                }
            }
        }
        for seen in 0..<tail { seenIn[queue[seen]] = .max }
        for word in 0..<words { openClasses.cells[word] = unseen[word] }
        return 0
    }

    /// The lowest class with persons to spare that may fill a kind.
    private func spareClass(in kind: Int) -> Int? {
        let words = matrix.classWords
        for word in 0..<words {
            let hit = matrix.columns.cells[kind * words + word] & spareClasses.cells[word]
            if hit != 0 { return word << 6 + hit.trailingZeroBitCount }
        }
        return nil
    }

    /// Seats spare persons of a class in `kind`; who sat there moves on, kind by kind, back to the target.
    private func seat(_ spare: Int, in kind: Int, target: Int, atMost wanted: Int) -> Int {
        var moved = min(wanted, persons.cells[spare] - used.cells[spare])
        var at = kind
        while at != target {
            moved = min(moved, table.entries.cells[Int(entryTo.cells[at])].persons)
            at = classTo.cells[at]
        }
        table.add(moved, row: spare, column: kind)
        at = kind
        while at != target {
            let entry = entryTo.cells[at]
            let mover = Int(table.entries.cells[Int(entry)].row)
            table.take(moved, from: entry)
            at = classTo.cells[at]
            table.add(moved, row: mover, column: at)
        }
        used.cells[spare] += moved
        if used.cells[spare] == persons.cells[spare] { spareClasses.cells[spare >> 6] &= ~BitWords.mask(spare) }
        return moved
    }
}
