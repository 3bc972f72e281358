import TestSupport

extension SeededRandom {
    /// Returns whether an event with a probability of `chance` percent happens.
    mutating func percent(_ chance: Int) -> Bool { Int.random(in: 0..<100, using: &self) < chance }
}
