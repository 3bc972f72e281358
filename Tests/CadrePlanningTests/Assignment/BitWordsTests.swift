import TestSupport
import Testing

@testable import CadrePlanning

/// Squares of 64 by 64 bits. Source: Warren, Hacker's Delight, 7-3.
@Suite struct BitWordsTests {
    @Test("transposing puts bit j of word i at bit i of word j", arguments: UInt64(0)..<20)
    func transposition(seed: UInt64) {
        var dice = SeededRandom(seed: seed)
        let before = (0..<64).map { _ in UInt64.random(in: 0 ... .max, using: &dice) }
        var after = before
        after.withUnsafeMutableBufferPointer { BitWords.transpose($0) }
        for row in 0..<64 {
            for column in 0..<64 {
                #expect(after[row] >> UInt64(column) & 1 == before[column] >> UInt64(row) & 1)
            }
        }
    }
}
