import Glibc

/// A datagram socket to the service manager. Source: sd_notify(3), unix(7).
final class NotifySocket: Sendable {
    private let descriptor: Int32
    private let address: String

    /// Creates a socket.
    /// - Parameter address: The value of `$NOTIFY_SOCKET`: an absolute path, or `@` and an abstract name.
    init(_ address: String) throws(NotifySocketError) {
        self.address = address
        guard address.hasPrefix("/") || address.hasPrefix("@"), address.utf8.count > 1 else {
            throw .unknownAddress(address)
        }
        guard address.utf8.count < Self.pathBytesMax else { throw .addressTooLong(address) }
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw .failed(address, errno: errno) }
        // The manager may be slow, but a notification waits for it no longer than this.
        var timeout = timeval(tv_sec: 0, tv_usec: RuntimeLimits.notifyMicrosecondsMax)
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit { close(descriptor) }

    /// Sends all notices in one datagram.
    func send(_ notices: [ServiceNotice]) throws(NotifySocketError) {
        guard !notices.isEmpty else { return }
        let text = Array(notices.map(\.assignments).joined(separator: "\n").utf8)
        var name = sockaddr_un()
        name.sun_family = sa_family_t(AF_UNIX)
        let path = Array(address.utf8)
        let isAbstract = path.first == UInt8(ascii: "@")
        withUnsafeMutableBytes(of: &name.sun_path) { field in
            field.copyBytes(from: path)
            // An abstract name begins with NUL and ends with the length.
            if isAbstract { field[0] = 0 }
        }
        let length = Self.pathOffset + path.count + (isAbstract ? 0 : 1)
        var sent: Int
        repeat {
            sent = withUnsafePointer(to: &name) { name in
                name.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    sendto(descriptor, text, text.count, Int32(MSG_NOSIGNAL), $0, socklen_t(length))
                }
            }
        } while sent < 0 && errno == EINTR
        if sent < 0 { throw .failed(address, errno: errno) }
    }

    private static let pathOffset = MemoryLayout<sockaddr_un>.offset(of: \.sun_path) ?? 2
    private static let pathBytesMax = MemoryLayout<sockaddr_un>.size - pathOffset
}
