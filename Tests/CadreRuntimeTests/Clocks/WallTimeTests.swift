import CadreRuntime
import Testing

struct WallTimeTests {
    @Test(
        "a fraction has the requested number of digits and is truncated",
        arguments: [(1, "0"), (3, "007"), (6, "007999"), (9, "007999999")])
    func fraction(digits: Int, text: String) {
        #expect(WallTime(seconds: 0, nanoseconds: 7_999_999).fraction(digits: digits) == text)
    }

    @Test("a duration in seconds has its fraction")
    func seconds() {
        #expect(Duration.milliseconds(1_500).inSeconds == 1.5)
        #expect(Duration.milliseconds(-250).inSeconds == -0.25)
    }
}
