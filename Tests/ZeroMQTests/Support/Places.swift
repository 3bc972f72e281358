import Foundation
import Testing

@testable import ZeroMQ

/// The time limit for an expected message. Long, because only a failing test reaches it.
let patience = Duration.seconds(30)

/// A temporary folder for the ipc sockets of one test, removed after the test.
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

/// An endpoint to bind to, one per transport.
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

/// A free port of the loopback address.
func anyPort() throws -> Endpoint { try .tcp("127.0.0.1", port: 0) }

func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

/// Evaluates the condition repeatedly until it holds or the time limit is reached.
/// - Returns: Whether the condition held.
func eventually(_ condition: () throws -> Bool) rethrows -> Bool {
    let deadline = ContinuousClock.now + patience
    while ContinuousClock.now < deadline {
        if try condition() { return true }
    }
    return false
}
