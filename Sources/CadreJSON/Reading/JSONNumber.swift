/// A number as exact as written: whole numbers, also 5.0 and 1e2, as integers, all others as the nearest double.
public enum JSONNumber: Hashable, Sendable {
    case integer(Int64)
    /// A number that is not an integer; infinite if it exceeds all doubles, such as 1e999.
    case real(Double)

    /// The number as a double; for an integer beyond 2^53 the nearest one.
    public var double: Double {
        switch self {
        case .integer(let integer): Double(integer)
        case .real(let real): real
        }
    }

    /// The number as an integer, or `nil` if it is not whole or does not fit.
    public var integer: Int64? {
        switch self {
        case .integer(let integer): integer
        case .real: nil
        }
    }

    /// Whether a double can hold the number, rounded.
    var isFinite: Bool { double.isFinite }

    /// Creates a number from its text.
    /// - Parameter bytes: A number in RFC 8259's grammar.
    init(parsing bytes: Span<UInt8>) {
        let decimal = Decimal(bytes)
        if let integer = decimal.integer {
            self = .integer(integer)
        } else if let exact = decimal.exactDouble {
            self = .real(exact)
        } else {
            self = .real(nearestDouble(bytes))
        }
    }

    /// A number's text as sign · digits · 10^power, without zeros at both ends.
    struct Decimal {
        private(set) var isNegative = false
        /// The digits as a number, while there are at most 19.
        private(set) var value: UInt64 = 0
        private(set) var digits = 0
        /// The power of the last digit; kept within ±2^40, far beyond the range of doubles and the size of messages.
        private(set) var power = 0
        private static let powerMax = 1 << 40

        init(_ bytes: Span<UInt8>) {
            var zeros = 0
            var fraction = 0
            var isFraction = false
            var index = 0
            scan: while index < bytes.count {
                let byte = bytes[index]
                index += 1
                switch byte {
                case UInt8(ascii: "-"): isNegative = true
                case UInt8(ascii: "."): isFraction = true
                case UInt8(ascii: "0"):
                    if isFraction { fraction += 1 }
                    if digits > 0 { zeros += 1 }
                case UInt8(ascii: "1")...UInt8(ascii: "9"):
                    if isFraction { fraction += 1 }
                    for _ in 0..<min(zeros, 20) { value = value &* 10 }
                    value = value &* 10 &+ UInt64(byte - 0x30)
                    digits += zeros + 1
                    zeros = 0
                default: break scan
                }
            }
            power = digits == 0 ? 0 : zeros - fraction
            if digits > 0, index < bytes.count { power += exponent(bytes, from: index) }
        }

        private func exponent(_ bytes: Span<UInt8>, from start: Int) -> Int {
            var exponent = 0
            for index in start..<bytes.count where bytes[index] &- 0x30 < 10 {
                exponent = min(exponent * 10 + Int(bytes[index] - 0x30), Self.powerMax)
            }
            return bytes[start] == UInt8(ascii: "-") ? -exponent : exponent
        }

        /// The number, or `nil` if it is not whole or does not fit.
        var integer: Int64? {
            guard digits > 0 else { return 0 }
            guard power >= 0, digits <= 19, power < 19, digits + power <= 19 else { return nil }
            var magnitude = value
            for _ in 0..<power {
                let (product, overflow) = magnitude.multipliedReportingOverflow(by: 10)
                if overflow { return nil }
                magnitude = product
            }
            if isNegative { return magnitude <= 1 << 63 ? Int64(truncatingIfNeeded: 0 &- magnitude) : nil }
            return Int64(exactly: magnitude)
        }

        /// The nearest double, if one exact operation yields it: digits below 2^53 and an exact power of ten.
        var exactDouble: Double? {
            guard digits <= 19, value < 1 << 53, abs(power) <= 22 else { return nil }
            let scale = Self.powersOfTen[abs(power)]
            let magnitude = power < 0 ? Double(value) / scale : Double(value) * scale
            return isNegative ? -magnitude : magnitude
        }

        /// 10^0 … 10^22: all powers that a double represents exactly.
        private static let powersOfTen: [Double] = [
            1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
            1e19, 1e20, 1e21, 1e22,
        ]
    }
}

/// Returns the double nearest to a number's text, infinity beyond all doubles. The slow path, for long or extreme
/// numbers.
private func nearestDouble(_ bytes: Span<UInt8>) -> Double {
    var text = ""
    text.reserveCapacity(bytes.count)
    for index in bytes.indices { text.unicodeScalars.append(Unicode.Scalar(bytes[index])) }
    return Double(text) ?? .infinity
}
