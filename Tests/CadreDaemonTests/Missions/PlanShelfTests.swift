import Testing

@testable import CadreDaemon

@Suite("Which missions keep their plans")
struct PlanShelfTests {
    private final class Mission: Sendable {
        let name: String
        init(_ name: String) { self.name = name }
    }

    @Test("those planned last stay, as far as they weigh no more than may be; the newest always")
    func recency() {
        let (a, b, c) = (Mission("a"), Mission("b"), Mission("c"))
        let shelf = PlanShelf<Mission>(weightMax: 10)
        #expect(shelf.put(a, weight: 4).isEmpty)
        #expect(shelf.put(b, weight: 4).isEmpty)
        #expect(shelf.put(a, weight: 5).isEmpty, "it is there once, and now the newer")
        #expect(shelf.put(c, weight: 3).map(\.name) == ["b"])
        #expect(shelf.put(b, weight: 50).map(\.name) == ["a", "c"])
        #expect(shelf.put(c, weight: 1).map(\.name) == ["b"])
    }

    @Test("a mission that is gone weighs nothing")
    func gone() {
        let shelf = PlanShelf<Mission>(weightMax: 10)
        let kept = Mission("kept")
        _ = shelf.put(kept, weight: 5)
        _ = shelf.put(Mission("gone"), weight: 5)
        #expect(shelf.put(Mission("new"), weight: 5).isEmpty)
    }
}
