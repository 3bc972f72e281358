import CadreJSON
import TestSupport
import Testing

@Suite("JSON as Cadre writes it")
struct JSONWriterTests {
    @Test("commas are between values and nowhere else")
    func separators() {
        var writer = JSONWriter()
        writer.object {
            $0.member("a", 1)
            $0.member("b") { $0.array { _ in } }
            $0.member("c") {
                $0.array {
                    $0.value(true)
                    $0.null()
                    $0.object { _ in }
                    $0.value("x")
                }
            }
            $0.raw(Array(#""d":2,"e":3"#.utf8))
            $0.member("f", [0.5, nil])
            $0.member("g", ["y": 1, "x": 2])
        }
        #expect(text(writer) == #"{"a":1,"b":[],"c":[true,null,{},"x"],"d":2,"e":3,"f":[0.5,null],"g":{"x":2,"y":1}}"#)
    }

    @Test("an error inside an object is rethrown unchanged")
    func throwing() {
        struct Stop: Error {}
        var writer = JSONWriter()
        #expect(throws: Stop.self) { try writer.object { _ throws(Stop) in throw Stop() } }
    }

    @Test(
        "text is escaped only where RFC 8259 requires it",
        arguments: [
            ("", #""""#),
            ("plain", #""plain""#),
            ("\"", #""\"""#),
            (#"C:\x"#, #""C:\\x""#),
            ("\u{8}\t\n\u{C}\r", #""\b\t\n\f\r""#),
            ("\u{0}\u{1F}\u{7F}", "\"\\u0000\\u001f\u{7F}\""),
            ("é 🇳🇴 \u{2028}/", "\"é 🇳🇴 \u{2028}/\""),
            ("\"a\"", #""\"a\"""#),
        ])
    func escapes(given: String, expected: String) {
        #expect(written(given) == expected)
    }

    @Test(
        "integers are written in full",
        arguments: [
            (0, "0"), (9, "9"), (10, "10"), (-1, "-1"), (1_234_567_890, "1234567890"), (.max, "9223372036854775807"),
            (.min, "-9223372036854775808"),
        ])
    func integers(given: Int, expected: String) {
        #expect(written(given) == expected)
        #expect(written(UInt64.max) == "18446744073709551615")
    }

    @Test(
        "a whole double below 2^53 is written as an integer, any other by its shortest text",
        arguments: [
            (0.0, "0"), (-0.0, "0"), (56.0, "56"), (-3.0, "-3"), (9_007_199_254_740_991.0, "9007199254740991"),
            (9_007_199_254_740_992.0, "9007199254740992.0"), (1e300, "1e+300"),
            (0.1, "0.1"), (0.5, "0.5"), (-2.25, "-2.25"), (19.55, "19.55"), (1.0001, "1.0001"), (0.0001, "0.0001"),
            (0.00001, "1e-05"), (1.05, "1.05"), (100.001, "100.001"), (123_456.789, "123456.789"),
            (755.2999999999998, "755.2999999999998"), (232.00000000000003, "232.00000000000003"),
            (.leastNonzeroMagnitude, "5e-324"), (1.0 / 3, "0.3333333333333333"),
            (99_999_999_999.9999, "99999999999.9999"),
        ])
    func doubles(given: Double, expected: String) {
        #expect(written(given) == expected)
    }

    @Test("NaN and infinities are null", arguments: [Double.nan, .infinity, -.infinity, .signalingNaN])
    func notANumber(given: Double) {
        #expect(written(given) == "null")
    }

    @Test("a series of any length equals its single numbers", arguments: [0, 1, 2, 520, 3_000])
    func series(length: Int) {
        let integers = (0..<length).map { ($0 - 7) * 1_234_567 }
        #expect(written(integers) == "[\(integers.map { written($0) }.joined(separator: ","))]")
        let doubles = (0..<length).map { Double($0) / 7 - 3 } + [.nan]
        #expect(written(doubles) == "[\(doubles.map { written($0) }.joined(separator: ","))]")
        let optional = doubles.map { $0 < 0 ? nil : $0 }
        var writer = JSONWriter()
        writer.series(optional)
        #expect(text(writer) == written(optional))
    }

    @Test("every double reads back as itself, in no more characters than Swift's own text", arguments: UInt64(0)..<20)
    func roundTrip(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        for draw in 0..<2_000 {
            // Arbitrary bits, figures with few decimals, and their neighbours.
            let decimal =
                Double(Int64(bitPattern: random.next()) % 10_000_000) / [1, 10, 100, 1_000, 10_000, 3][draw % 6]
            let value =
                switch draw % 3 {
                case 0: Double(bitPattern: random.next())
                case 1: decimal
                default: decimal.nextUp
                }
            guard value.isFinite else { continue }
            let text = written(value)
            #expect(Double(text) == value, "\(value) from seed \(seed)")
            #expect(text.utf8.count <= value.description.utf8.count, "\(value) from seed \(seed)")
        }
    }

    private func written(_ value: some JSONWritable) -> String {
        var writer = JSONWriter()
        writer.value(value)
        return text(writer)
    }

    private func text(_ writer: JSONWriter) -> String {
        String(decoding: writer.bytes, as: UTF8.self)
    }
}
