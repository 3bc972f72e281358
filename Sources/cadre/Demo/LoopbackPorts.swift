import CadreClient
import Glibc

/// Free ports for a daemon on this machine: the default ports if all are free, otherwise any.
struct LoopbackPorts: Sendable, Equatable {
    let intake: String
    let estimates: String
    let control: String
    let http: String

    private static let defaults: [UInt16] = [5570, 5571, 5572, 5573]

    /// Chooses free ports.
    /// - Parameter defaultsFirst: Whether to choose the default ports if they are free.
    static func free(defaultsFirst: Bool) throws -> LoopbackPorts {
        let wanted = defaultsFirst ? defaults.compactMap { bound($0) } : []
        let ports = wanted.count == defaults.count ? wanted : []
        let others = ports.isEmpty ? defaults.compactMap { _ in bound(0) } : []
        defer { for socket in wanted + others { close(socket.descriptor) } }
        let chosen = (ports.isEmpty ? others : ports).map(\.port)
        guard chosen.count == defaults.count else {
            throw CommandFailure("no free port on 127.0.0.1; stop a process that listens there", .unavailable)
        }
        return LoopbackPorts(
            intake: "tcp://127.0.0.1:\(chosen[0])", estimates: "tcp://127.0.0.1:\(chosen[1])",
            control: "tcp://127.0.0.1:\(chosen[2])", http: "127.0.0.1:\(chosen[3])")
    }

    /// Binds a port, 0 for any, to test whether it is free; all remain bound until all are chosen.
    private static func bound(_ port: UInt16) -> (descriptor: Int32, port: UInt16)? {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return nil }
        // Like a daemon, reuse a port whose previous connections are in TIME_WAIT.
        var yes: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr = in_addr(s_addr: UInt32(0x7F00_0001).bigEndian)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                bind(descriptor, generic, length) == 0 && listen(descriptor, 1) == 0
                    && getsockname(descriptor, generic, &length) == 0
            }
        }
        guard isBound else {
            close(descriptor)
            return nil
        }
        return (descriptor, UInt16(bigEndian: address.sin_port))
    }
}
