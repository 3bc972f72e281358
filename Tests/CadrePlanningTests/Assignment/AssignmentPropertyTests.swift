import Testing

@testable import CadrePlanning

/// What a result may not depend on. Source: MODEL § 7.
@Suite struct AssignmentPropertyTests {
    private static let size = AssignmentCase.Size(
        groups: 25, supplies: 30, classes: 14, signatures: 15, personsMax: 4, postsMax: 5, allowedPercent: 25,
        abroadPercent: 30, seats: 50)

    @Test("no figure and no seat depends on the numbers of classes and signatures", arguments: UInt64(0)..<150)
    func numbering(seed: UInt64) throws {
        let original = AssignmentCase(seed: seed, size: Self.size)
        var dice = AssignmentCase.Dice(state: seed &+ 1 << 40)
        let classes = Array(0..<Self.size.classes + 70).shuffled(using: &dice)
        let signatures = Array(0..<Self.size.signatures + 70).shuffled(using: &dice)
        var renumbered = original
        renumbered.eligibility = Eligibility(classes: classes.count, signatures: signatures.count)
        for pledgeClass in 0..<Self.size.classes {
            for signature in 0..<Self.size.signatures
            where original.eligibility.allows(pledgeClass: pledgeClass, signature: signature) {
                renumbered.eligibility.allow(pledgeClass: classes[pledgeClass], signature: signatures[signature])
            }
        }
        for index in renumbered.period.groups.indices {
            renumbered.period.groups[index].signature = signatures[original.period.groups[index].signature]
        }
        for index in renumbered.period.supplies.indices {
            renumbered.period.supplies[index].pledgeClass = classes[original.period.supplies[index].pledgeClass]
        }
        let expected = try original.solve(), result = try renumbered.solve()
        #expect(result.totals == expected.totals)
        #expect(result.seats == expected.seats)
    }

    @Test("nor on the numbers of pledges and keys, or the order of earlier seats", arguments: UInt64(0)..<150)
    func identity(seed: UInt64) throws {
        let original = AssignmentCase(seed: seed, size: Self.size)
        var dice = AssignmentCase.Dice(state: seed &+ 1 << 41)
        let pledges = Array(0..<Self.size.supplies + 2).shuffled(using: &dice)
        let keys = Array(0..<Self.size.groups + 2).shuffled(using: &dice)
        var renamed = original
        for index in renamed.period.groups.indices {
            renamed.period.groups[index].key = keys[original.period.groups[index].key]
        }
        for index in renamed.period.supplies.indices {
            renamed.period.supplies[index].pledge = pledges[original.period.supplies[index].pledge]
        }
        func rename(_ seat: Seat) -> Seat {
            Seat(pledge: pledges[seat.pledge], key: keys[seat.key], persons: seat.persons)
        }
        renamed.previous = original.previous.map(rename).shuffled(using: &dice)
        let expected = try original.solve(), result = try renamed.solve()
        #expect(result.totals == expected.totals)
        #expect(result.seats == expected.seats.map(rename))
    }

    @Test("a solver that has solved other periods or was stopped gives what a new one does", arguments: UInt64(0)..<40)
    func reuse(seed: UInt64) throws {
        var dice = AssignmentCase.Dice(state: seed)
        let mission = AssignmentCase(seed: seed, size: Self.size)
        var used = AssignmentSolver(eligibility: mission.eligibility)
        var previous = mission.previous
        for _ in 0..<8 {
            var period = mission.period
            period.groups.shuffle(using: &dice)
            period.groups.removeLast(Int.random(in: 0..<20, using: &dice))
            period.supplies.shuffle(using: &dice)
            period.supplies.removeLast(Int.random(in: 0..<20, using: &dice))
            var asked = 0
            let stopAt = Int.random(in: 1...3, using: &dice)
            _ = try? used.totals(period) {
                asked += 1
                return asked == stopAt
            }
            let now = AssignmentCase(eligibility: mission.eligibility, period: period, previous: previous)
            let expected = try now.solve()
            #expect(try used.fill(period, isStopped: { false }) == expected.totals.filled)
            #expect(try used.totals(period, isStopped: { false }) == expected.totals)
            let seats = try used.seats(
                period, totals: expected.totals, previous: previous, isStopped: { false })
            #expect(seats == expected.seats)
            previous = seats
        }
    }

    @Test("where nothing changes, everybody stays", arguments: UInt64(0)..<60)
    func standstill(seed: UInt64) throws {
        var assignmentCase = AssignmentCase(seed: seed, size: Self.size)
        assignmentCase.previous = try assignmentCase.solve().seats
        #expect(try assignmentCase.solve().seats == assignmentCase.previous)
    }

    @Test("period after period, as pledges come and go, the most stay", arguments: UInt64(0)..<25)
    func sequence(seed: UInt64) throws {
        var dice = AssignmentCase.Dice(state: seed &+ 77)
        let mission = AssignmentCase(seed: seed, size: Self.size)
        var previous: [Seat] = []
        for _ in 0..<6 {
            var period = mission.period
            period.supplies.removeAll { _ in dice.percent(15) }
            period.groups.removeAll { _ in dice.percent(10) }
            let now = AssignmentCase(eligibility: mission.eligibility, period: period, previous: previous)
            let (totals, seats) = try now.solve()
            #expect(now.continuity(of: seats) == FlowAssignment(now).continuity(totals))
            checkAgreement(now, totals, seats)
            previous = seats
        }
    }

    @Test("who is told to stop stops, and says so")
    func stopping() throws {
        let assignmentCase = AssignmentCase(seed: 3, size: Self.size)
        var solver = AssignmentSolver(eligibility: assignmentCase.eligibility)
        let period = assignmentCase.period
        let totals = try solver.totals(period, isStopped: { false })
        #expect(throws: Superseded()) { try solver.fill(period, isStopped: { true }) }
        #expect(throws: Superseded()) { try solver.totals(period, isStopped: { true }) }
        #expect(throws: Superseded()) {
            try solver.seats(period, totals: totals, previous: [], isStopped: { true })
        }
    }
}

/// Squares of 64 by 64 bits. Source: Warren, Hacker's Delight, 7-3.
@Suite struct BitWordsTests {
    @Test("mirroring puts bit j of word i at bit i of word j", arguments: UInt64(0)..<20)
    func transposition(seed: UInt64) {
        var dice = AssignmentCase.Dice(state: seed)
        let before = (0..<64).map { _ in UInt64.random(in: 0 ... .max, using: &dice) }
        var after = before
        after.withUnsafeMutableBufferPointer { BitWords.transpose($0) }
        for row in 0..<64 {
            for column in 0..<64 {
                #expect(after[row] >> UInt64(column) & 1 == before[column] >> UInt64(row) & 1)
            }
        }
    }

    @Test("the first bits, at the edges of words", arguments: [0, 1, 63, 64, 65, 128])
    func firstBits(count: Int) {
        var words = [UInt64](repeating: 7, count: 3)
        words.withUnsafeMutableBufferPointer { BitWords.setFirst(count, of: $0, words: 3) }
        for index in 0..<192 {
            #expect((words[index / 64] & BitWords.mask(index) != 0) == (index < count))
        }
    }
}
