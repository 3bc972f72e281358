extension TotalsSolver {
    /// The levels of a group in a block. Source: MODEL § 7, "a tenth at a time".
    private static let levels = 10
    /// The parts into which the order of calling up is cut to choose among spare classes.
    static let spareRanks = 16

    /// The posts filled so far, per group, and the persons not promised yet.
    private struct FillProgress {
        var filled: [Int]
        var left: Int

        mutating func fill(_ group: Int, with persons: Int) {
            filled[group] += persons
            left -= persons
        }
    }

    /// Fills the posts of the loaded period. In the end no person is placed beyond the posts filled.
    /// - Returns: Posts filled, per group.
    func fill(
        _ groups: [AssignmentGroup], _ check: inout CancellationCheck, isStopped: () -> Bool
    ) throws(Superseded) -> [Int] {
        beginFilling()
        let rule = FillingRule(self)
        var progress = FillProgress(filled: [Int](repeating: 0, count: groups.count), left: personsInAll)
        var index = 0
        while index < groups.count, progress.left > 0 {
            var end = index + 1
            if let block = groups[index].block {
                while end < groups.count, groups[end].block == block { end += 1 }
            }
            if end == index + 1 {
                // All levels of one group in order are the group.
                let wanted = min(groups[index].posts, progress.left)
                let got = try promise(index, atMost: wanted, closes: true, rule, &check, isStopped: isStopped)
                progress.fill(index, with: got)
            } else {
                try fillInStep(groups, index..<end, &progress, rule, &check, isStopped: isStopped)
            }
            index = end
        }
        release()
        checkInvariants()
        return progress.filled
    }

    private func beginFilling() {
        promisedToKind.reset(matrix.kinds, to: 0)
        spareClasses.clear(rows: 1 + Self.spareRanks, bits: matrix.classes)
        let spare = spareClasses.rows, used = used.cells, persons = persons.cells
        presentClasses.rows.forEach(in: 0) { number in
            guard used[ClassIndex(number)] < persons[ClassIndex(number)] else { return }
            spare.insert(number, in: 0)
            spare.insert(number, in: rankOfClass.cells[ClassIndex(number)])
        }
        search.clear(hubs: matrix.kinds, spokes: matrix.classes, layers: 1)
        search.openHubs.rows.formUnion(0, kindsBySide.rows, 0)
        search.openHubs.rows.formUnion(0, kindsBySide.rows, 1)
        search.openSpokes.rows.copy(presentClasses.rows, rows: 1)
    }

    private func fillInStep(
        _ groups: [AssignmentGroup], _ block: Range<Int>, _ progress: inout FillProgress, _ rule: FillingRule,
        _ check: inout CancellationCheck, isStopped: () -> Bool
    ) throws(Superseded) {
        if block.allSatisfy({ groups[$0].posts == 0 || unpromised(in: $0) == 0 }) {
            guard try !fillWhole(groups, block, &progress, rule, &check, isStopped: isStopped) else { return }
        } else if fillWithUnpromised(groups, block, &progress) {
            return
        }
        for level in 0..<Self.levels {
            for index in block where groups[index].posts > 0 {
                let wanted = min(Self.posts(of: groups[index].posts, on: level), progress.left)
                let got = try promise(index, atMost: wanted, closes: true, rule, &check, isStopped: isStopped)
                progress.fill(index, with: got)
            }
        }
    }

    /// Tries to fill a block's groups whole, all but those that are closed and get nothing in any case.
    /// - Returns: Whether that succeeded. Otherwise nothing is promised.
    private func fillWhole(
        _ groups: [AssignmentGroup], _ block: Range<Int>, _ progress: inout FillProgress, _ rule: FillingRule,
        _ check: inout CancellationCheck, isStopped: () -> Bool
    ) throws(Superseded) -> Bool {
        for index in block where groups[index].posts > 0 && isOpen(index) {
            let posts = groups[index].posts
            if posts <= progress.left {
                let got = try promise(index, atMost: posts, closes: false, rule, &check, isStopped: isStopped)
                progress.fill(index, with: got)
            }
            if progress.filled[index] < posts {
                withdraw(block, &progress)
                return false
            }
        }
        return true
    }

    /// Promises a block's groups the persons who are there already, if that fills them whole.
    /// - Returns: Whether it does. Otherwise nothing is promised.
    private func fillWithUnpromised(
        _ groups: [AssignmentGroup], _ block: Range<Int>, _ progress: inout FillProgress
    ) -> Bool {
        for index in block where groups[index].posts > 0 {
            guard unpromised(in: index) >= groups[index].posts else {
                withdraw(block, &progress)
                return false
            }
            promisedToKind.cells[kindOfGroup.cells[index]] += groups[index].posts
            progress.fill(index, with: groups[index].posts)
        }
        return true
    }

    /// Withdraws all promises to a block's groups.
    private func withdraw(_ block: Range<Int>, _ progress: inout FillProgress) {
        for index in block where progress.filled[index] > 0 {
            promisedToKind.cells[kindOfGroup.cells[index]] -= progress.filled[index]
            progress.fill(index, with: -progress.filled[index])
        }
    }

    /// Returns the number of unpromised persons in a group's kind. The group must have posts.
    private func unpromised(in group: Int) -> Int {
        let kind = kindOfGroup.cells[group]
        return assigned.cells[kind] - promisedToKind.cells[kind]
    }

    /// Returns the number of a group's posts on a level: those whose index i has `10 · i / posts` rounded down to it.
    static func posts(of posts: Int, on level: Int) -> Int {
        /// Returns `posts · tenths / 10` rounded up, without overflow.
        func begin(_ tenths: Int) -> Int { posts / levels * tenths + (posts % levels * tenths + levels - 1) / levels }
        return begin(level + 1) - begin(level)
    }

    private func isOpen(_ group: Int) -> Bool {
        search.openHubs.rows.contains(kindOfGroup.cells[group].number, in: 0)
    }

    /// Promises persons to a portion, and brings them into its kind as far as need be.
    /// - Parameter closes: Whether a failed search closes the nodes that it visited: only if earlier promises are
    ///   final.
    /// - Returns: The number of persons promised.
    private func promise(
        _ group: Int, atMost wanted: Int, closes: Bool, _ rule: FillingRule, _ check: inout CancellationCheck,
        isStopped: () -> Bool
    ) throws(Superseded) -> Int {
        guard wanted > 0 else { return 0 }
        let kind = kindOfGroup.cells[group]
        var got = 0
        while true {
            let more = min(unpromised(in: group), wanted - got)
            promisedToKind.cells[kind] += more
            got += more
            guard got < wanted, isOpen(group) else { return got }
            try check.countSearch(isStopped)
            guard bring(into: kind, atMost: wanted - got, rule) else {
                if closes { search.close() }
                return got
            }
        }
    }

    /// Brings spare or unpromised persons into a kind, along a shortest path.
    /// - Returns: Whether any person was moved.
    private func bring(into target: KindIndex, atMost wanted: Int, _ rule: FillingRule) -> Bool {
        guard var end = search.openPath(rule, table, from: target) else { return false }
        if end.spoke != nil { end.spoke = rule.earlySpare(for: end.hub) }
        var count = min(wanted, search.room(rule, table, to: end))
        if let spare = end.spoke {
            count = min(count, persons.cells[spare] - used.cells[spare])
            used.cells[spare] += count
            if used.cells[spare] == persons.cells[spare] {
                spareClasses.rows.remove(spare.number, in: 0)
                spareClasses.rows.remove(spare.number, in: rankOfClass.cells[spare])
            }
        } else {
            count = min(count, assigned.cells[end.hub] - promisedToKind.cells[end.hub])
            assigned.cells[end.hub] -= count
        }
        search.move(count, rule, table, to: end)
        assigned.cells[target] += count
        return true
    }

    /// Removes the persons who are not promised to any portion.
    private func release() {
        for side in 0...1 {
            kindsBySide.rows.forEach(in: side) { number in
                let kind = KindIndex(number)
                while assigned.cells[kind] > promisedToKind.cells[kind] {
                    let at = table.firstInColumn[kind], entry = table.entries[at]
                    let count = min(entry.persons, assigned.cells[kind] - promisedToKind.cells[kind])
                    table.remove(count, from: at)
                    assigned.cells[kind] -= count
                    used.cells[entry.row] -= count
                }
            }
        }
    }
}
