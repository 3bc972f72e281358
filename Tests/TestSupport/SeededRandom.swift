/// Random numbers that a seed reproduces: SplitMix64 (Steele, Lea, Flood 2014).
///
/// A test that fails prints its seed; the same seed gives the same case again.
public struct SeededRandom: RandomNumberGenerator, Sendable {
    private var state: UInt64

    public init(seed: UInt64) {
        state = seed
    }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// Returns whether an event of this probability happens.
    public mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &self) < share }

    /// Returns one of the elements. The list must not be empty.
    public mutating func one<Entry>(of entries: [Entry]) -> Entry {
        entries[Int.random(in: entries.indices, using: &self)]
    }
}
