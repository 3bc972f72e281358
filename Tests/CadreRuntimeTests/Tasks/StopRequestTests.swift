import CadreRuntime
import Testing

@Suite(.timeLimit(.minutes(1)))
struct StopRequestTests {
    @Test("every waiting task returns when the request is made, and every later one at once")
    func made() async {
        let request = StopRequest()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<10 { group.addTask { await request.wait() } }
            request.make()
        }
        request.make()
        await request.wait()
        #expect(request.isMade)
    }

    @Test("a cancelled task does not wait")
    func cancelled() async {
        let request = StopRequest()
        let task = Task { await request.wait() }
        task.cancel()
        await task.value
        #expect(!request.isMade)
    }
}
