extension String {
    /// Returns a text of characters that are special in formats, the same for the same seed.
    static func troublesome(scalars count: Int, seed: UInt64) -> String {
        let scalars = Array("a=\"\\\n\r\t ,}{é中😀\u{0}\u{1B}\u{7F}\u{85}\u{2028}n\\\"%".unicodeScalars)
        var state = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        var text = ""
        for _ in 0..<count {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            text.unicodeScalars.append(scalars[Int((state >> 33) % UInt64(scalars.count))])
        }
        return text
    }
}
