import Foundation
import Testing

@testable import ZeroMQ

/// How long a test waits for what must come. Long, since it is only used up when the test fails.
let patience = Duration.seconds(30)

/// A folder of its own for each test's ipc sockets, removed with it.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("zmq-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    func ipc(_ name: String = "socket") throws -> Endpoint { try .ipc(path: "\(path)/\(name)") }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// Where to bind, once for each transport.
struct Place: CustomTestStringConvertible, Sendable {
    let transport: Endpoint.Transport
    var testDescription: String { transport.rawValue }
    static let all = Endpoint.Transport.allCases.map(Place.init)

    func endpoint(in folder: TemporaryFolder) throws -> Endpoint {
        switch transport {
        case .tcp: try .tcp("127.0.0.1", port: 0)
        case .ipc: try folder.ipc()
        case .inproc: try .inproc("place")
        }
    }
}

/// Any free port of the loopback address.
func anyPort() throws -> Endpoint { try .tcp("127.0.0.1", port: 0) }

func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

/// Repeats until the condition holds or patience is over.
/// - Returns: Whether it held.
func eventually(_ condition: () throws -> Bool) rethrows -> Bool {
    let deadline = ContinuousClock.now + patience
    while ContinuousClock.now < deadline {
        if try condition() { return true }
    }
    return false
}
