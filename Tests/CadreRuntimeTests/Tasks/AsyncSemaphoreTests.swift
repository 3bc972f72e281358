import CadreRuntime
import Testing

struct AsyncSemaphoreTests {
    @Test("no more tasks work at the same time than there are permits, and all work")
    func permits() async {
        let semaphore = AsyncSemaphore(permits: 1)
        let diary = Notes()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<50 {
                group.addTask {
                    await semaphore.withPermit {
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
