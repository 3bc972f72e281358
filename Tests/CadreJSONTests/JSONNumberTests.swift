import CadreJSON
import TestSupport
import Testing

@Suite("numbers keep their value")
struct JSONNumberTests {
    private func number(_ text: String) throws -> JSONNumber {
        try #require(try JSONValue(parsing: Array(text.utf8)).number)
    }

    @Test(
        "whole numbers are integers in any notation",
        arguments: [
            ("0", 0), ("-0", 0), ("0.000", 0), ("0e999999999999", 0), ("5", 5), ("5.0", 5), ("-5.000", -5),
            ("1e2", 100),
            ("1E+2", 100), ("0.1e1", 1), ("1200e-2", 12), ("1.5e1", 15), ("100000000000000000000e-20", 1),
            ("9007199254740993", 9_007_199_254_740_993), ("9223372036854775807", .max), ("-9223372036854775808", .min),
            ("0.0000000000000000000000001e25", 1), ("922337203685477580.7e1", .max),
            ("1e18", 1_000_000_000_000_000_000),
        ] as [(String, Int64)])
    func whole(text: String, integer: Int64) throws {
        #expect(try number(text) == .integer(integer))
    }

    @Test(
        "all others are the nearest double",
        arguments: [
            ("0.1", 0.1), ("-0.5", -0.5), ("33.31", 33.31), ("1e-400", 0), ("5e-324", .leastNonzeroMagnitude),
            ("1e308", 1e308),
            ("9223372036854775808", 9.223372036854775808e18), ("-9223372036854775809", -9.223372036854775809e18),
            ("1000000000000000000000000000000", 1e30), ("1e22", 1e22), ("1e23", 1e23),
            ("123456789012345678e-5", 1234567890123.45678),
            ("0.30000000000000004", 0.30000000000000004), ("1.7976931348623157e308", .greatestFiniteMagnitude),
            ("1e999", .infinity), ("-1e999", -.infinity), ("1e99999999999999999999", .infinity),
            ("1e-99999999999999999999", 0), ("2.2250738585072014e-308", .leastNormalMagnitude),
        ] as [(String, Double)])
    func real(text: String, double: Double) throws {
        #expect(try number(text) == .real(double))
        #expect(try number(text).integer == nil)
    }

    @Test("random decimals are the doubles that the standard library reads", arguments: UInt64(0)..<20)
    func random(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        for _ in 0..<200 {
            let digits = (0..<Int.random(in: 1...25, using: &random)).map { _ in
                "\(Int.random(in: 0...9, using: &random))"
            }
            let power = Int.random(in: -330...310, using: &random)
            let text = "\(Int.random(in: 1...9, using: &random)).\(digits.joined())e\(power)"
            #expect(try number(text).double == Double(text), "\(text)")
        }
    }

    @Test("a number of a megabyte is read with its exact value")
    func long() throws {
        let nines = String(repeating: "9", count: 1_000_000)
        #expect(try number(nines) == .real(.infinity))
        #expect(try number("0.\(nines)") == .real(1))
        #expect(try number("1" + String(repeating: "0", count: 5_000) + "e-5000") == .integer(1))
    }
}
