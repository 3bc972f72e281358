/// Rule 3: the vector of persons used in theatre, pledges in the order of calling up, is the lexicographically
/// greatest that leaves every fill and every use as it is.
///
/// Nodes are classes that want a seat on one side: (class, in) and (class, out). To bring a person of class c into
/// theatre is a cycle from (c, in) to (c, out): take a seat of r on the same side, r goes on. r may change sides from
/// in to out while it has more in theatre than promised, and from out to in until nothing more can be done for it.
/// Two change at once, so this is no matroid: pledges go in order, and a promise is a lower bound until the class is
/// fixed. A class is fixed by its first failure: were a later alike pledge in theatre, exchanging the two would have
/// served the earlier.
extension TotalsSolver {
    /// To be called after rule 2.
    /// - Returns: Persons used in theatre, per supply.
    func bringIntoTheatre(used usedBySupply: [Int], isStopped: () -> Bool) throws(Superseded) -> [Int] {
        var result = [Int](repeating: 0, count: usedBySupply.count)
        countInTheatre()
        shut.clear(words: 2 * matrix.classWords + matrix.nodeWords)
        var patience = Patience()
        for index in usedBySupply.indices where usedBySupply[index] > 0 {
            let local = classOfSupply.cells[index]
            let wanted = promised.cells[local] + usedBySupply[index]
            while inTheatre.cells[local] < wanted, !isFixed.cells[local] {
                try patience.spend(isStopped)
                isFixed.cells[local] = !bringIn(local, atMost: wanted - inTheatre.cells[local])
            }
            result[index] = min(usedBySupply[index], inTheatre.cells[local] - promised.cells[local])
            promised.cells[local] += result[index]
        }
        return result
    }

    private func countInTheatre() {
        for local in 0..<classes {
            promised.cells[local] = 0
            isFixed.cells[local] = false
            var count = 0
            var at = table.firstInRow.cells[local]
            while at >= 0 {
                let entry = table.entries.cells[Int(at)]
                if Int(entry.column) < matrix.nodeWordsInTheatre << 6 { count += entry.persons }
                at = entry.nextInRow
            }
            inTheatre.cells[local] = count
        }
    }

    /// Number of the node (class, out); (class, in) has the class's own.
    private var out: Int { matrix.classWords << 6 }

    /// Looks for a cycle that brings persons of a class into theatre, breadth first, and moves the least number along.
    /// - Returns: Whether any came.
    private func bringIn(_ target: Int, atMost wanted: Int) -> Bool {
        guard !shut.part(target, from: out + target), writeGoal(of: target) else { return false }
        let unseen = unseenNodes.cells
        shut.writeOpen(to: unseen, goal: out + target)
        // Nobody sits in other kinds: they lead nowhere.
        for word in 0..<matrix.nodeWords { unseen[2 * matrix.classWords + word] &= kindsInUse.cells[word] }
        unseen[target >> 6] &= ~BitWords.mask(target)
        queue.cells[0] = target
        var head = 0, tail = 1
        while head < tail {
            let node = queue.cells[head]
            head += 1
            if let end = seeNeighbours(of: node, &tail) {
                close(target, through: end, atMost: wanted)
                return true
            }
        }
        shut.keep(notIn: unseen)
        return false
    }

    /// Sees whoever sits on the node's side where its class may sit too, and those who may then change sides.
    /// - Returns: The first node (r, out) from which the goal can be reached, if any. To ask when a node is seen, not
    ///   when its turn comes, saves most of a search.
    private func seeNeighbours(of node: Int, _ tail: inout Int) -> Int? {
        let out = out, isOut = node >= out
        let kindsAt = 2 * matrix.classWords, row = (isOut ? node - out : node) * matrix.nodeWords
        let words = isOut ? matrix.nodeWordsInTheatre..<matrix.nodeWords : 0..<matrix.nodeWordsInTheatre
        let rows = matrix.rows.cells, unseen = unseenNodes.cells, queue = queue.cells, entryTo = entryTo.cells
        let entries = table.entries.cells, firstInColumn = table.firstInColumn.cells
        for word in words {
            var hit = rows[row + word] & unseen[kindsAt + word]
            unseen[kindsAt + word] ^= hit
            while hit != 0 {
                let kind = word << 6 + hit.trailingZeroBitCount
                hit &= hit - 1
                classTo.cells[kind] = node
                var at = firstInColumn[kind]
                while at >= 0 {
                    let mover = Int(entries[Int(at)].row), next = isOut ? mover + out : mover
                    if unseen[next >> 6] & BitWords.mask(next) != 0 {
                        unseen[next >> 6] &= ~BitWords.mask(next)
                        entryTo[next] = at
                        queue[tail] = next
                        tail += 1
                        if isOut, goalKind(of: mover) != nil { return next }
                        if let other = otherSide(of: mover, isOut: isOut) {
                            entryTo[other] = -1
                            queue[tail] = other
                            tail += 1
                            if !isOut, goalKind(of: mover) != nil { return other }
                        }
                    }
                    at = entries[Int(at)].nextInColumn
                }
            }
        }
        return nil
    }

    /// The node of a class on the other side, seen now, if it may change sides and was not seen before.
    private func otherSide(of mover: Int, isOut: Bool) -> Int? {
        if isOut {
            guard !isFixed.cells[mover] else { return nil }
        } else {
            // Never the target's own: it was seen at the start, so the trivial cycle from its one side to its other,
            // which is no gain, cannot come up.
            guard inTheatre.cells[mover] > promised.cells[mover] else { return nil }
        }
        let other = isOut ? mover : mover + out
        let bit = unseenNodes.cells[other >> 6] & BitWords.mask(other)
        unseenNodes.cells[other >> 6] ^= bit
        return bit == 0 ? nil : other
    }

    /// Writes the kinds abroad in which a class sits.
    /// - Returns: Whether there are any.
    private func writeGoal(of target: Int) -> Bool {
        for word in matrix.nodeWordsInTheatre..<matrix.nodeWords { unseenKinds.cells[word] = 0 }
        var any = false
        var at = table.firstInRow.cells[target]
        while at >= 0 {
            let entry = table.entries.cells[Int(at)]
            let kind = Int(entry.column)
            if kind >= matrix.nodeWordsInTheatre << 6 {
                unseenKinds.cells[kind >> 6] |= BitWords.mask(kind)
                any = true
            }
            at = entry.nextInRow
        }
        return any
    }

    /// A kind in which a class could take the seat that the target gives up.
    private func goalKind(of local: Int) -> Int? {
        let words = matrix.nodeWords, rows = matrix.rows.cells, goal = unseenKinds.cells
        for word in matrix.nodeWordsInTheatre..<words {
            let hit = rows[local * words + word] & goal[word]
            if hit != 0 { return word << 6 + hit.trailingZeroBitCount }
        }
        return nil
    }

    /// Moves persons along the cycle that a search has found: its last node takes the target's seat abroad.
    private func close(_ target: Int, through end: Int, atMost wanted: Int) {
        let out = out
        guard let last = goalKind(of: end - out) else { preconditionFailure("a cycle ends abroad") }
        let left = table.entry(row: target, column: last)
        var moved = min(wanted, table.entries.cells[Int(left)].persons)
        var node = end
        while node != target {
            let local = node >= out ? node - out : node
            let entry = entryTo.cells[node]
            if entry >= 0 {
                moved = min(moved, table.entries.cells[Int(entry)].persons)
                node = classTo.cells[Int(table.entries.cells[Int(entry)].column)]
            } else if node >= out {
                moved = min(moved, inTheatre.cells[local] - promised.cells[local])
                node = local
            } else {
                node = local + out
            }
        }
        table.take(moved, from: left)
        table.add(moved, row: end - out, column: last)
        node = end
        while node != target {
            let local = node >= out ? node - out : node
            let entry = entryTo.cells[node]
            if entry >= 0 {
                let kind = Int(table.entries.cells[Int(entry)].column)
                table.take(moved, from: entry)
                node = classTo.cells[kind]
                table.add(moved, row: node >= out ? node - out : node, column: kind)
            } else {
                inTheatre.cells[local] += node >= out ? -moved : moved
                node = node >= out ? local : local + out
            }
        }
        inTheatre.cells[target] += moved
        shut.pathWent(from: target, to: out + target)
    }
}
