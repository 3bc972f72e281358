@testable import CadrePlanning

/// A period drawn from a seed, with who may fill what and who sat where before.
struct AssignmentCase {
    var eligibility: Eligibility
    var period: AssignmentPeriod
    var previous: [Seat] = []

    struct Size {
        var groups = 4, supplies = 4, classes = 3, signatures = 3
        var personsMax = 2, postsMax = 2
        /// How often a class may fill a signature, and a group is abroad, of 100.
        var allowedPercent = 55, abroadPercent = 35
        /// Seats before this period.
        var seats = 4

        static let middling = Size(
            groups: 60, supplies: 80, classes: 30, signatures: 35, personsMax: 4, postsMax: 5, allowedPercent: 12,
            abroadPercent: 25, seats: 120)
    }

    /// SplitMix64 (Steele, Lea, Flood 2014).
    struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }

        mutating func percent(_ chance: Int) -> Bool { Int.random(in: 0..<100, using: &self) < chance }
    }

    init(eligibility: Eligibility, period: AssignmentPeriod, previous: [Seat] = []) {
        self.eligibility = eligibility
        self.period = period
        self.previous = previous
    }

    init(seed: UInt64, size: Size) {
        var dice = Dice(state: seed)
        eligibility = Eligibility(classes: size.classes, signatures: size.signatures)
        for pledgeClass in 0..<size.classes {
            for signature in 0..<size.signatures where dice.percent(size.allowedPercent) {
                eligibility.allow(pledgeClass: pledgeClass, signature: signature)
            }
        }
        period = AssignmentPeriod(groups: [], supplies: [])
        let keys = Array(0..<size.groups + 2).shuffled(using: &dice)
        let pledges = Array(0..<size.supplies + 2).shuffled(using: &dice)
        for index in 0..<size.groups {
            let signature = Int.random(in: 0..<size.signatures, using: &dice)
            // As a rule a signature is on one side; now and then on both.
            let side = dice.percent(10) ? Int.random(in: 0..<100, using: &dice) : signature * 37 % 100
            period.groups.append(
                AssignmentGroup(
                    key: keys[index], signature: signature, posts: Int.random(in: 0...size.postsMax, using: &dice),
                    inTheatre: side >= size.abroadPercent))
        }
        for index in 0..<size.supplies {
            period.supplies.append(
                AssignmentSupply(
                    pledge: pledges[index], pledgeClass: Int.random(in: 0..<size.classes, using: &dice),
                    persons: Int.random(in: 0...size.personsMax, using: &dice)))
        }
        var pairs: Set<Int> = []
        for _ in 0..<size.seats {
            let pledge = Int.random(in: 0..<size.supplies + 2, using: &dice)
            let key = Int.random(in: 0..<size.groups + 2, using: &dice)
            guard pairs.insert(pledge << 32 | key).inserted else { continue }
            previous.append(
                Seat(pledge: pledge, key: key, persons: Int.random(in: 1...max(1, size.personsMax), using: &dice)))
        }
    }

    func allows(supply: Int, group: Int) -> Bool {
        eligibility.allows(
            pledgeClass: period.supplies[supply].pledgeClass, signature: period.groups[group].signature)
    }

    /// Persons who sat before in the pair of a supply and a group.
    func before(supply: Int, group: Int) -> Int {
        previous.filter { $0.pledge == period.supplies[supply].pledge && $0.key == period.groups[group].key }
            .reduce(0) { $0 + $1.persons }
    }

    /// Persons who stay.
    func continuity(of seats: [Seat]) -> Int {
        seats.reduce(0) { sum, seat in
            let before = previous.filter { $0.pledge == seat.pledge && $0.key == seat.key }
            return sum + min(seat.persons, before.reduce(0) { $0 + $1.persons })
        }
    }

    func solve() throws -> (totals: AssignmentTotals, seats: [Seat]) {
        var solver = AssignmentSolver(eligibility: eligibility)
        let totals = try solver.totals(period, isStopped: { false })
        return (totals, try solver.seats(period, totals: totals, previous: previous, isStopped: { false }))
    }
}
