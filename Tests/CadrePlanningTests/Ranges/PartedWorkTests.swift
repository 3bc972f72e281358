import Testing

@testable import CadrePlanning

/// Tests of work that is divided into parts.
@Suite struct PartedWorkTests {
    private static let squares = PartedWork<[Int]>(
        (0..<50).map { number in { isStopped in isStopped() ? nil : number * number } }, combine: { $0 })

    @Test("parts in any order give the value of the parts in sequence")
    func sameValue() throws {
        var results: [(any Sendable)?] = Array(repeating: nil, count: Self.squares.count)
        for index in results.indices.reversed() { results[index] = try Self.squares.part(index) }
        #expect(try Self.squares.value(results) == (0..<50).map { $0 * $0 })
        #expect(try Self.squares.value() == (0..<50).map { $0 * $0 })
    }

    @Test("a stopped or missing part throws Superseded")
    func superseded() {
        #expect(throws: Superseded.self) { try Self.squares.value(isStopped: { true }) }
        #expect(throws: Superseded.self) { try Self.squares.value([nil]) }
        #expect(throws: Superseded.self) { try Self.squares.part(3, isStopped: { true }) }
    }

    @Test("work without parts has the value of no results")
    func noParts() throws {
        #expect(try PartedWork<Int>([@Sendable (() -> Bool) -> Int?](), combine: \.count).value() == 0)
    }
}
