import Foundation

@testable import ZeroMQ

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
