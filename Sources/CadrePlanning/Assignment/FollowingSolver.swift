/// Rules 1 to 3 of MODEL § 7 for a period of which a near neighbour is known: the same groups, other people.
///
/// All periods share one matrix, in the mission's own numbers, so that a period is loaded by its seats alone. The
/// vectors are unique, so the start does not show; only the way is shorter.
final class FollowingSolver {
    private let solver: TotalsSolver
    private var matrix: PeriodMatrix { solver.matrix }
    /// Per signature its node.
    private let nodeOfSignature = ArenaBlock<Int>()
    /// Per node the first group in strict order that is short, and the last that has anybody; `Int.max` and -1: none.
    private let firstShort = ArenaBlock<Int>()
    private let lastFilled = ArenaBlock<Int>()
    /// Per class: persons more than before, or fewer.
    private let moves = ArenaBlock<Int>()

    /// - Parameter inTheatre: By signature.
    init(eligibility: Eligibility, inTheatre: [Bool]) {
        precondition(inTheatre.count == eligibility.signatures)
        solver = TotalsSolver(eligibility: eligibility)
        let matrix = solver.matrix
        let there = inTheatre.indices.filter { inTheatre[$0] }
        matrix.begin(nodesInTheatre: there.count, nodesMax: inTheatre.count)
        for index in 0..<eligibility.classes { _ = matrix.number(ofClass: index) }
        nodeOfSignature.need(inTheatre.count)
        for signature in there { nodeOfSignature.cells[signature] = matrix.addNode(signature: signature) }
        for signature in inTheatre.indices where !inTheatre[signature] {
            nodeOfSignature.cells[signature] = matrix.addNode(signature: signature)
        }
        matrix.buildColumns()
        matrix.buildRows()
        solver.makeRoom()
        solver.persons.need(matrix.classes)
        firstShort.need(matrix.nodes)
        lastFilled.need(matrix.nodes)
        moves.need(matrix.classes)
    }

    /// - Parameters:
    ///   - supplies: Those of the known period; its groups are those of `period`, but for their keys.
    ///   - totals: Its totals, and `placed` one placement that has them.
    /// - Returns: The totals of `period` and a placement that has them.
    func totals(
        _ period: AssignmentPeriod, after supplies: [AssignmentSupply], _ totals: AssignmentTotals, _ placed: [Placed],
        isStopped: () -> Bool
    ) throws(Superseded) -> (totals: AssignmentTotals, placed: [Placed]) {
        let filled = try fill(period, after: supplies, totals.filled, placed, isStopped: isStopped)
        let used = try solver.callUp(isStopped: isStopped, supplies: period.supplies)
        let usedInTheatre = try solver.bringIntoTheatre(used: used, isStopped: isStopped)
        return (AssignmentTotals(filled: filled, used: used, usedInTheatre: usedInTheatre), solver.placement)
    }

    /// Rule 1 alone.
    func fill(
        _ period: AssignmentPeriod, after supplies: [AssignmentSupply], _ known: [Int], _ placed: [Placed],
        isStopped: () -> Bool
    ) throws(Superseded) -> [Int] {
        load(period, placed)
        var filled = known
        move(period, from: supplies)
        var patience = Patience()
        for local in 0..<solver.classes where moves.cells[local] < 0 {
            solver.persons.cells[local] += moves.cells[local]
            while solver.used.cells[local] > solver.persons.cells[local] {
                try patience.spend(isStopped)
                unseat(local, &filled, period.groups)
            }
        }
        for local in 0..<solver.classes where moves.cells[local] > 0 {
            // Who had nobody to spare may now reach a short group; all others could not before, and cannot now.
            let hadSpare = solver.persons.cells[local] > solver.used.cells[local]
            solver.persons.cells[local] += moves.cells[local]
            guard !hadSpare else { continue }
            while solver.persons.cells[local] > solver.used.cells[local] {
                try patience.spend(isStopped)
                guard seat(local, &filled, period.groups) else { break }
            }
        }
        return filled
    }

    private func load(_ period: AssignmentPeriod, _ placed: [Placed]) {
        let classes = solver.classes
        solver.kindOfGroup.need(period.groups.count)
        solver.classOfSupply.need(period.supplies.count)
        for word in 0..<matrix.nodeWords { solver.kindsInUse.cells[word] = 0 }
        for (index, group) in period.groups.enumerated() {
            guard group.posts > 0 else {
                solver.kindOfGroup.cells[index] = -1
                continue
            }
            let node = nodeOfSignature.cells[group.signature]
            solver.kindOfGroup.cells[index] = node
            solver.kindsInUse.cells[node >> 6] |= BitWords.mask(node)
        }
        for (index, supply) in period.supplies.enumerated() {
            solver.classOfSupply.cells[index] = supply.persons > 0 ? supply.pledgeClass : -1
        }
        solver.table.clear(rows: classes, columns: matrix.nodes)
        for local in 0..<classes { solver.used.cells[local] = 0 }
        for cell in placed {
            let local = Int(cell.pledgeClass), persons = Int(cell.persons)
            solver.table.append(persons, row: local, column: nodeOfSignature.cells[Int(cell.signature)])
            solver.used.cells[local] += persons
        }
    }

    /// Counts persons as they were, and by how many each class moves.
    private func move(_ period: AssignmentPeriod, from supplies: [AssignmentSupply]) {
        let persons = solver.persons.cells, moves = moves.cells
        for local in 0..<solver.classes {
            persons[local] = 0
            moves[local] = 0
        }
        for supply in supplies {
            persons[supply.pledgeClass] += supply.persons
            moves[supply.pledgeClass] -= supply.persons
        }
        for supply in period.supplies { moves[supply.pledgeClass] += supply.persons }
    }

    /// Takes a class's persons from some posts. Who is spare comes for them, by a chain of moves; where nobody can, the
    /// last group in strict order that such a chain may take from has fewer.
    ///
    /// Without a person the sets of posts that can be filled are a quotient of what they were: the greatest vector
    /// loses one post and gains none.
    private func unseat(_ local: Int, _ filled: inout [Int], _ groups: [AssignmentGroup]) {
        let from = solver.table.firstInRow.cells[local]
        let seat = solver.table.entries.cells[Int(from)]
        let kind = Int(seat.column)
        let gone = min(seat.persons, solver.used.cells[local] - solver.persons.cells[local])
        solver.table.take(gone, from: from)
        solver.used.cells[local] -= gone
        var open = gone
        while open > 0 {
            openAll()
            let came = solver.chain(to: kind, atMost: open)
            open -= came
            if came == 0 { open -= lose(atMost: open, to: kind, &filled, groups) }
        }
    }

    private func openAll() {
        let words = matrix.classWords
        BitWords.setFirst(solver.classes, of: solver.openClasses.cells, words: words)
        for word in 0..<words { solver.spareClasses.cells[word] = 0 }
        for local in 0..<solver.classes where solver.used.cells[local] < solver.persons.cells[local] {
            solver.spareClasses.cells[local >> 6] |= BitWords.mask(local)
        }
        for kind in 0..<matrix.nodes { solver.seenIn.cells[kind] = 0 }
    }

    /// To be called after a chain to the kind has failed: what it saw is what may be taken from.
    /// - Returns: How many persons the last group lost.
    private func lose(atMost wanted: Int, to target: Int, _ filled: inout [Int], _ groups: [AssignmentGroup]) -> Int {
        for kind in 0..<matrix.nodes { lastFilled.cells[kind] = -1 }
        var last = -1
        for index in groups.indices where filled[index] > 0 {
            let kind = solver.kindOfGroup.cells[index]
            lastFilled.cells[kind] = index
            if solver.seenIn.cells[kind] == .max { last = index }
        }
        // The kind itself was seen, and somebody of it is missing.
        precondition(last >= 0)
        let kind = solver.kindOfGroup.cells[last]
        var moved = min(wanted, filled[last])
        var at = kind
        while at != target {
            moved = min(moved, solver.table.entries.cells[Int(solver.entryTo.cells[at])].persons)
            at = solver.classTo.cells[at]
        }
        at = kind
        while at != target {
            let entry = solver.entryTo.cells[at]
            let mover = Int(solver.table.entries.cells[Int(entry)].row)
            solver.table.take(moved, from: entry)
            at = solver.classTo.cells[at]
            solver.table.add(moved, row: mover, column: at)
        }
        filled[last] -= moved
        return moved
    }

    /// Brings a class's spare persons, by a chain of moves, to the first short group in strict order that they reach.
    /// - Returns: Whether there is one.
    private func seat(_ target: Int, _ filled: inout [Int], _ groups: [AssignmentGroup]) -> Bool {
        for kind in 0..<matrix.nodes { firstShort.cells[kind] = .max }
        for index in groups.indices.reversed() where filled[index] < groups[index].posts {
            firstShort.cells[solver.kindOfGroup.cells[index]] = index
        }
        let first = reach(from: target)
        guard first < .max else { return false }
        let kind = solver.kindOfGroup.cells[first]
        let entries = solver.table.entries
        var moved = min(
            solver.persons.cells[target] - solver.used.cells[target], groups[first].posts - filled[first])
        var at = solver.classTo.cells[kind]
        while at != target {
            let entry = entries.cells[Int(solver.entryTo.cells[at])]
            moved = min(moved, entry.persons)
            at = solver.classTo.cells[Int(entry.column)]
        }
        at = solver.classTo.cells[kind]
        solver.table.add(moved, row: at, column: kind)
        while at != target {
            let entry = solver.entryTo.cells[at]
            let left = Int(entries.cells[Int(entry)].column)
            solver.table.take(moved, from: entry)
            at = solver.classTo.cells[left]
            solver.table.add(moved, row: at, column: left)
        }
        solver.used.cells[target] += moved
        filled[first] += moved
        return true
    }

    /// Sees all kinds that persons of a class may come to if others move on.
    /// - Returns: The first short group among them, or `Int.max`.
    private func reach(from target: Int) -> Int {
        let words = matrix.nodeWords
        let rows = matrix.rows.cells, unseen = solver.unseenKinds.cells
        let seenIn = solver.seenIn.cells, queue = solver.queue.cells
        let entries = solver.table.entries.cells, firstInColumn = solver.table.firstInColumn.cells
        for word in 0..<words { unseen[word] = solver.kindsInUse.cells[word] }
        for local in 0..<solver.classes { seenIn[local] = 0 }
        var first = Int.max
        seenIn[target] = 1
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
                    solver.classTo.cells[kind] = local
                    first = min(first, firstShort.cells[kind])
                    var at = firstInColumn[kind]
                    while at >= 0 {
                        let next = Int(entries[Int(at)].row)
                        if seenIn[next] == 0 {
                            seenIn[next] = 1
                            solver.entryTo.cells[next] = at
                            queue[tail] = next
                            tail += 1
                        }
                        at = entries[Int(at)].nextInColumn
                    }
                }
            }
        }
        return first
    }
}
