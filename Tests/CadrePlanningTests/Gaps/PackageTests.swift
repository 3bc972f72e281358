import Testing

@testable import CadrePlanning

@Suite struct PackageTests {
    /// Returns a mission with a course that needs trainers and interpreters, none of which are available.
    private func sketch(lead: Double, clock: Int = 0) -> Sketch {
        var sketch = Sketch(periods: 6)
        sketch.site("S")
        sketch.factor(.scalar(.leadDays, lead))
        sketch.course("C", days: 7, seats: 10, instructors: [.many(2, "trainer"), .one("interpreter")])
        sketch.demand("D", "C", graduates: 10, from: 21, by: 42, priority: 2)
        sketch.add(.clock(ClockAdvance(to: Instant(seconds: Sketch.day(clock).number * 86_400))))
        return sketch
    }

    @Test("a package closes several shortfalls at once, and gains more than each of its pledges (MODEL § 10)")
    func together() throws {
        let gaps = try sketch(lead: 7).planned().gaps()
        #expect(gaps.advice.allSatisfy { $0.gain.graduates == 0 })
        let package = try #require(gaps.packages.first)
        #expect(package.priority == 2)
        #expect(package.pledges.map(\.capability.code).sorted() == ["interpreter", "trainer"])
        #expect(package.gain.graduates == 10)
        #expect(gaps.packages.count == 1)
    }

    @Test("before a mission begins nothing is too late: the ready date follows the clock (MODEL § 10)")
    func ready() throws {
        // People requested today arrive after 28 days, in period 4: too late for a course in period 3.
        #expect(try sketch(lead: 28).planned().gaps().packages.isEmpty)
        // A year before the mission nothing is too late.
        let ahead = try sketch(lead: 28, clock: -365).planned().gaps()
        #expect(ahead.packages.first?.gain.graduates == 10)
    }
}
