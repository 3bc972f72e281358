/// Numbers in JSON notation, collected in memory of fixed size that is moved to a writer's bytes at once. Appending to
/// an array byte by byte takes ten times as long, and most of an estimate is numbers.
struct NumberText {
    /// The longest number is `-2.2250738585072014e-308`, with a comma before it.
    static let numberBytesMax = 32

    /// Whole doubles below this are written as integers: 2^53, up to which every whole number is a double.
    private static let wholeMax = 9_007_199_254_740_992.0
    /// The decimals that `appendDecimal` tries, also as a factor. Figures of this contract have few: shares, pass
    /// rates, litres per person.
    private static let decimals = 4
    private static let decimalScale = 10_000.0

    private let memory: UnsafeMutableBufferPointer<UInt8>
    private var count = 0

    /// Creates a buffer in the given memory.
    /// - Parameter memory: At least `numberBytesMax` bytes, which must outlive this value.
    init(_ memory: UnsafeMutableBufferPointer<UInt8>) {
        precondition(memory.count >= Self.numberBytesMax)
        self.memory = memory
    }

    /// Whether another number and a comma fit in any case.
    var hasRoom: Bool { memory.count - count >= Self.numberBytesMax }

    /// Moves the collected text to the end of `bytes`.
    mutating func flush(to bytes: inout [UInt8]) {
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: memory[..<count]))
        count = 0
    }

    mutating func appendComma() {
        append(UInt8(ascii: ","))
    }

    mutating func append(_ number: Int) {
        if number < 0 { append(UInt8(ascii: "-")) }
        append(UInt64(number.magnitude))
    }

    mutating func append(_ number: UInt64) {
        var digits = 1
        var limit: UInt64 = 10
        while number >= limit {
            digits += 1
            let (next, overflow) = limit.multipliedReportingOverflow(by: 10)
            if overflow { break }
            limit = next
        }
        append(number, digits: digits)
    }

    /// Appends the shortest text that reads back as `number`; `null` for NaN and the infinities.
    ///
    /// JSON has no notation for those. No formula of the model yields them from input that the contract accepts. If one
    /// did, a missing figure would serve a reader better than a document that no parser accepts.
    mutating func append(_ number: Double) {
        guard number.isFinite else { return appendNull() }
        let size = number.magnitude
        if size < Self.wholeMax, size == size.rounded(.towardZero) {
            append(Int(number))  // −0.0 becomes 0: equal figures give equal bytes
        } else if !appendDecimal(size, isNegative: number < 0) {
            number.write(to: &self)
        }
    }

    mutating func append(_ number: Double?) {
        if let number { append(number) } else { appendNull() }
    }

    private mutating func appendNull() {
        for byte in "null".utf8 { append(byte) }
    }

    /// Appends `size` if it is the double nearest to a number of at most four decimals and 15 digits.
    ///
    /// No two decimals of up to 15 digits share a double, so there is no shorter text for it.
    /// - Returns: Whether it is such a number; otherwise nothing is appended.
    private mutating func appendDecimal(_ size: Double, isNegative: Bool) -> Bool {
        let scaled = (size * Self.decimalScale).rounded()
        guard scaled < 1e15, scaled / Self.decimalScale == size else { return false }
        if isNegative { append(UInt8(ascii: "-")) }
        let (whole, fraction) = UInt64(scaled).quotientAndRemainder(dividingBy: UInt64(Self.decimalScale))
        append(whole)
        append(UInt8(ascii: "."))
        var rest = fraction
        var digits = Self.decimals
        while rest % 10 == 0, digits > 1 {
            rest /= 10
            digits -= 1
        }
        append(rest, digits: digits)
        return true
    }

    private mutating func append(_ number: UInt64, digits: Int) {
        var rest = number
        for place in (count..<count + digits).reversed() {
            let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
            memory[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
            rest = quotient
        }
        count += digits
    }

    private mutating func append(_ byte: UInt8) {
        memory[count] = byte
        count += 1
    }
}

/// The destination of Swift's shortest text of a double.
extension NumberText: TextOutputStream {
    mutating func write(_ text: String) {
        for byte in text.utf8 { append(byte) }
    }

    /// Appends ASCII text without creating a string. Swift calls it in place of `write`; a version without it calls
    /// `write`.
    mutating func _writeASCII(_ text: UnsafeBufferPointer<UInt8>) {
        for byte in text { append(byte) }
    }
}
