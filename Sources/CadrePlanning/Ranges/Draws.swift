#if canImport(Glibc)
    import Glibc
#endif

/// Draws that depend only on an entity and a sample: an event re-draws nothing else. Source: MODEL § 9.
struct Draws: Sendable {
    /// The seed of the mission, 0…1048575.
    let seed: Int

    /// u(k, tag, id), 0 ≤ u < 1.
    func uniform(_ sample: Int, _ tag: String, _ id: String) -> Double {
        var hash = Draws.offsetBasis
        for byte in tag.utf8 { hash = Draws.mixed(hash, byte) }
        hash = Draws.mixed(hash, UInt8(ascii: ":"))
        for byte in id.utf8 { hash = Draws.mixed(hash, byte) }
        let step = UInt64(truncatingIfNeeded: sample) &+ 1 &+ UInt64(truncatingIfNeeded: seed) &<< 20
        var z = hash &+ step &* 0x9E37_79B9_7F4A_7C15
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        z ^= z >> 31
        return Double(z >> 11) * 0x1p-53
    }

    /// Days that a pledge comes late, of an exponential delay of `mean` days.
    func delayDays(_ sample: Int, _ id: String, mean: Double) -> Int {
        floorWhole(-log(1 - uniform(sample, "delay", id)) * mean + 0.5)
    }

    // FNV-1a, 64 bits.
    private static let offsetBasis: UInt64 = 0xCBF2_9CE4_8422_2325

    private static func mixed(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
}
