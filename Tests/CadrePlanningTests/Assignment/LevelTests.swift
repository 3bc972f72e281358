import Testing

@testable import CadrePlanning

/// Tests of the levels by which enabling posts are filled. Source: MODEL § 7, "level".
@Suite struct LevelTests {
    /// Fills groups of (signature, posts) in one block from supplies of (class, persons). Class 0 may fill signatures
    /// 0 and 1, class 1 only signature 1, class 2 only signature 0.
    private func fill(_ groups: [(Int, Int)], _ supplies: [(Int, Int)], block: Int? = 7) throws -> [Int] {
        var eligibility = Eligibility(classes: 3, signatures: 2)
        for (pledgeClass, signature) in [(0, 0), (0, 1), (1, 1), (2, 0)] {
            eligibility.allow(pledgeClass: pledgeClass, signature: signature)
        }
        let period = AssignmentPeriod(
            groups: groups.enumerated().map {
                AssignmentGroup(key: $0, signature: $1.0, posts: $1.1, inTheatre: true, block: block)
            },
            supplies: supplies.enumerated().map { AssignmentSupply(pledge: $0, pledgeClass: $1.0, persons: $1.1) })
        return try AssignmentCase(eligibility: eligibility, period: period).solve().totals.filled
    }

    @Test("groups of one block share the persons who fill both, a tenth at a time")
    func sharing() throws {
        #expect(try fill([(0, 20), (1, 20)], [(0, 20)]) == [10, 10])
        #expect(try fill([(0, 30), (1, 10)], [(0, 20)]) == [15, 5])
        #expect(try fill([(0, 20), (1, 20)], [(0, 21)]) == [11, 10])
        #expect(try fill([(1, 20), (0, 20)], [(0, 23)]) == [12, 11])
    }

    @Test("groups without a block are filled whole")
    func whole() throws {
        #expect(try fill([(0, 20), (1, 20)], [(0, 20)], block: nil) == [20, 0])
    }

    @Test("persons that a full group does not need are assigned to the other group")
    func leftOver() throws {
        #expect(try fill([(0, 20), (1, 20)], [(1, 20), (0, 4)]) == [4, 20])
        #expect(try fill([(0, 20), (1, 20)], [(2, 3), (1, 3)]) == [3, 3])
        #expect(try fill([(0, 20), (1, 20)], [(2, 3), (0, 5)]) == [4, 4])
        #expect(try fill([(0, 20), (1, 20)], [(2, 3), (1, 30)]) == [3, 20])
    }

    @Test("enough persons fill all levels")
    func enough() throws {
        #expect(try fill([(0, 20), (1, 7)], [(0, 27)]) == [20, 7])
        #expect(try fill([(0, 0), (1, 7)], [(0, 27)]) == [0, 7])
        #expect(try fill([(0, 4)], [(0, 3)]) == [3])
    }

    @Test("a group of fewer than ten posts has its first post on level 0 and the others evenly above")
    func smallGroups() throws {
        // Levels of 3 posts: 0, 3, 6. Levels of 1 post: 0.
        #expect(try fill([(0, 3), (1, 1)], [(0, 2)]) == [1, 1])
        #expect(try fill([(0, 3), (1, 2)], [(0, 3)]) == [2, 1])
        #expect(try fill([(0, 3), (1, 2)], [(0, 4)]) == [2, 2])
    }

    @Test("the levels of a group are its posts, post by post", arguments: 0...120)
    func levelSizes(posts: Int) {
        for level in 0..<10 {
            let expected = (0..<posts).filter { 10 * $0 / posts == level }.count
            #expect(TotalsSolver.posts(of: posts, on: level) == expected)
        }
    }

    @Test("levels of a number of posts near the greatest integer do not overflow")
    func hugeGroups() throws {
        #expect((0..<10).reduce(0) { $0 + TotalsSolver.posts(of: .max, on: $1) } == .max)
        #expect(try fill([(0, .max), (1, .max)], [(0, 20)]) == [20, 0])
    }

    @Test("blocks of different numbers are filled one after the other")
    func blocksInOrder() throws {
        var eligibility = Eligibility(classes: 1, signatures: 4)
        for signature in 0..<4 { eligibility.allow(pledgeClass: 0, signature: signature) }
        let period = AssignmentPeriod(
            groups: (0..<4).map { AssignmentGroup(key: $0, signature: $0, posts: 10, inTheatre: true, block: $0 / 2) },
            supplies: [AssignmentSupply(pledge: 0, pledgeClass: 0, persons: 26)])
        #expect(try AssignmentCase(eligibility: eligibility, period: period).solve().totals.filled == [10, 10, 3, 3])
    }
}
