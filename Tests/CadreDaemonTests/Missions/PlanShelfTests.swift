import Testing

@testable import CadreDaemon

@Suite("Plans kept in memory")
struct PlanShelfTests {
    private final class Mission: Sendable {
        let name: String
        init(_ name: String) { self.name = name }
    }

    @Test("the latest plans are kept up to the maximum weight, and the newest always")
    func recency() {
        let (a, b, c) = (Mission("a"), Mission("b"), Mission("c"))
        let shelf = PlanShelf<Mission>(weightMax: 10)
        #expect(shelf.put(a, weight: 4).isEmpty)
        #expect(shelf.put(b, weight: 4).isEmpty)
        #expect(shelf.put(a, weight: 5).isEmpty, "it is contained once, now as the newest")
        #expect(shelf.put(c, weight: 3).map(\.name) == ["b"])
        #expect(shelf.put(b, weight: 50).map(\.name) == ["a", "c"])
        #expect(shelf.put(c, weight: 1).map(\.name) == ["b"])
    }

    @Test("a deallocated mission has no weight")
    func gone() {
        let shelf = PlanShelf<Mission>(weightMax: 10)
        let kept = Mission("kept")
        _ = shelf.put(kept, weight: 5)
        _ = shelf.put(Mission("gone"), weight: 5)
        #expect(shelf.put(Mission("new"), weight: 5).isEmpty)
    }

    @Test("permits are granted in order, up to the maximum")
    func turns() async {
        let turns = Turns(atOnce: 1)
        let diary = Notes()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<50 {
                group.addTask {
                    await turns.take {
                        await diary.enter()
                        await Task.yield()
                        await diary.leave()
                    }
                }
            }
        }
        #expect(await diary.most == 1)
        #expect(await diary.entered == 50)
    }

    private actor Notes {
        private(set) var most = 0
        private(set) var entered = 0
        private var inside = 0

        func enter() {
            inside += 1
            entered += 1
            most = max(most, inside)
        }

        func leave() { inside -= 1 }
    }
}
