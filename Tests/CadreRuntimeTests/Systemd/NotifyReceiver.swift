import Foundation
import Glibc

/// A substitute for the service manager: a real datagram socket.
final class NotifyReceiver: Sendable {
    struct Failed: Error { var reason: String }

    let address: String
    private let descriptor: Int32

    /// Binds the socket.
    /// - Parameter abstract: Whether the name is in the abstract namespace instead of a path in the temporary folder.
    init(abstract: Bool = false) throws {
        let name = "cadre-notify-\(getpid())-\(UInt64.random(in: 0 ... .max))"
        address = abstract ? "@" + name : "/tmp/" + name
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw Failed(reason: "socket") }
        var timeout = timeval(tv_sec: 30, tv_usec: 0)  // a test that hangs ends and fails
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
        var socketName = sockaddr_un()
        socketName.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array((abstract ? "\0" + name : address).utf8)
        withUnsafeMutableBytes(of: &socketName.sun_path) { $0.copyBytes(from: bytes) }
        let length = socklen_t(2 + bytes.count + (abstract ? 0 : 1))
        let bound = withUnsafePointer(to: &socketName) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) }
        }
        guard bound == 0 else { throw Failed(reason: "bind \(address)") }
    }

    deinit {
        close(descriptor)
        if address.hasPrefix("/") { unlink(address) }
    }

    /// Waits for the next datagram and returns it.
    func next() async throws -> String {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<String, any Error>) in
            Thread.detachNewThread { [self] in
                if let text = receive(0) {
                    continuation.resume(returning: text)
                } else {
                    continuation.resume(throwing: Failed(reason: "no datagram arrived"))
                }
            }
        }
    }

    /// Returns the datagrams up to and including the first that contains the text.
    func next(through text: String) async throws -> [String] {
        var datagrams: [String] = []
        repeat { datagrams.append(try await next()) } while datagrams.last?.contains(text) != true
        return datagrams
    }

    /// Returns the datagram that is waiting now, or `nil`.
    func waiting() -> String? { receive(Int32(MSG_DONTWAIT)) }

    private func receive(_ flags: Int32) -> String? {
        var buffer = [UInt8](repeating: 0, count: 8_192)
        let count = recv(descriptor, &buffer, buffer.count, flags)
        return count < 0 ? nil : String(decoding: buffer.prefix(count), as: UTF8.self)
    }
}
