/// Sets of small numbers as words of 64 bits, the lowest bit first.
enum BitWords {
    /// Returns the number of words that hold `count` bits.
    static func words(_ count: Int) -> Int { (count + 63) >> 6 }

    /// Returns the word in which only the bit of a number is set.
    @inline(__always)
    static func mask(_ index: Int) -> UInt64 { 1 &<< UInt64(truncatingIfNeeded: index) }

    /// Transposes a square of 64 by 64 bits: bit j of word i becomes bit i of word j.
    ///
    /// Halves are swapped at ever smaller distances (Warren, Hacker's Delight, 7-3). The distances are written out, so
    /// that each shift is by a constant: several words then go at a time, four times as fast.
    static func transpose(_ square: UnsafeMutableBufferPointer<UInt64>) {
        precondition(square.count >= 64)
        swap(square, distance: 32, mask: 0x0000_0000_FFFF_FFFF)
        swap(square, distance: 16, mask: 0x0000_FFFF_0000_FFFF)
        swap(square, distance: 8, mask: 0x00FF_00FF_00FF_00FF)
        swap(square, distance: 4, mask: 0x0F0F_0F0F_0F0F_0F0F)
        swap(square, distance: 2, mask: 0x3333_3333_3333_3333)
        swap(square, distance: 1, mask: 0x5555_5555_5555_5555)
    }

    /// Swaps the high bits of each word with the low bits of the word `distance` further on.
    @inline(__always)
    private static func swap(_ square: UnsafeMutableBufferPointer<UInt64>, distance: Int, mask: UInt64) {
        let shift = UInt64(truncatingIfNeeded: distance)
        var base = 0
        while base < 64 {
            for low in 0..<distance {
                let near = square[base &+ low], far = square[base &+ low &+ distance]
                let difference = ((near &>> shift) ^ far) & mask
                square[base &+ low] = near ^ (difference &<< shift)
                square[base &+ low &+ distance] = far ^ difference
            }
            base &+= 2 * distance
        }
    }
}
