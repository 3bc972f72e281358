import Glibc
import CadreClient
import CadreContract
import Testing

@Suite("control client")
struct ControlClientTests {
    @Test("without a daemon, requests time out with an error that names the endpoint")
    func unreachable() async throws {
        let folder = try TestFolder()
        let endpoint = "ipc://\(folder.path)/nobody"
        let bus = try ClientBus()
        let client = try ControlClient(bus, endpoint: endpoint, presence: .milliseconds(100))
        await #expect(throws: ClientError.unreachable(endpoint: endpoint, waited: .milliseconds(100))) {
            _ = try await client.answer(to: NodeStatus())
        }
        await bus.close()
    }

    @Test("an invalid endpoint is refused at once")
    func noEndpoint() async throws {
        let bus = try ClientBus()
        #expect(throws: ClientError.self) { try ControlClient(bus, endpoint: "localhost") }
        #expect(ClientBus.problem(with: "localhost") != nil)
        #expect(ClientBus.problem(with: DefaultEndpoint.control) == nil)
        await bus.close()
    }

    @Test("the client reconnects to a restarted daemon")
    func restarted() async throws {
        let folder = try TestFolder()
        let daemon = try await RunningDaemon.start(in: folder)
        let bus = try ClientBus()
        let client = try ControlClient(bus, endpoint: daemon.control, presence: .seconds(30))
        let mission = SmallMission()
        let outcomes = try await client.submit(mission.definition.map { Array($0.utf8) })
        #expect(outcomes == [.accepted(sequence: 1), .accepted(sequence: 2), .accepted(sequence: 3)])
        daemon.send(SIGKILL)
        _ = await daemon.ended()
        let next = try await RunningDaemon.start(in: folder, like: daemon)
        let again = try await client.submit([Array(mission.definition[0].utf8)])
        #expect(again == [.duplicate(sequence: 1)])
        await bus.close()
        withExtendedLifetime(next) {}
    }
}
