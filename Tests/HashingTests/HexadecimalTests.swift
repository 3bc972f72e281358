import Hashing
import Testing

struct HexadecimalTests {
    @Test("two lower-case digits per byte", arguments: [([], ""), ([0], "00"), ([0x0A, 0xF0, 0xFF], "0af0ff")])
    func digits(bytes: [UInt8], text: String) {
        #expect(bytes.hexadecimal == text)
    }
}
