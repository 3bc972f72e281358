import Testing

@testable import CadreDaemon

@Suite("Plans kept in memory")
struct PlanCacheTests {
    private final class Mission: Sendable {
        let name: String
        init(_ name: String) { self.name = name }
    }

    @Test("the latest plans are kept up to the maximum weight, and the newest always")
    func recency() {
        let (a, b, c) = (Mission("a"), Mission("b"), Mission("c"))
        let cache = PlanCache<Mission>(weightMax: 10)
        #expect(cache.insert(a, weight: 4).isEmpty)
        #expect(cache.insert(b, weight: 4).isEmpty)
        #expect(cache.insert(a, weight: 5).isEmpty, "it is contained once, now as the newest")
        #expect(cache.insert(c, weight: 3).map(\.name) == ["b"])
        #expect(cache.insert(b, weight: 50).map(\.name) == ["a", "c"])
        #expect(cache.insert(c, weight: 1).map(\.name) == ["b"])
    }

    @Test("a deallocated mission has no weight")
    func gone() {
        let cache = PlanCache<Mission>(weightMax: 10)
        let kept = Mission("kept")
        _ = cache.insert(kept, weight: 5)
        _ = cache.insert(Mission("gone"), weight: 5)
        #expect(cache.insert(Mission("new"), weight: 5).isEmpty)
    }
}
