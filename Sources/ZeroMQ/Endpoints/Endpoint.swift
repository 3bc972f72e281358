import Glibc

/// The address that a socket is bound or connected to: `tcp://127.0.0.1:5560`, `tcp://[::1]:5560`,
/// `ipc:///run/x/bus`, `inproc://name`.
///
/// This library parses it before libzmq does, because libzmq reports most mistakes as "Invalid argument" only.
public struct Endpoint: Hashable, Sendable {
    /// The means by which messages are carried.
    public enum Transport: String, Sendable, CaseIterable { case tcp, ipc, inproc }

    enum Address: Hashable, Sendable {
        /// A host without brackets (`*` for every address of the machine) and a port; 0 is any free port, written `*`.
        case tcp(host: String, port: UInt16)
        case ipc(path: String)
        case inproc(name: String)
    }
    let address: Address

    init(_ address: Address) { self.address = address }

    /// The endpoint's transport.
    public var transport: Transport {
        switch address {
        case .tcp: .tcp
        case .ipc: .ipc
        case .inproc: .inproc
        }
    }

    /// The host of a tcp endpoint, without brackets, or `nil` for another transport.
    public var host: String? { if case .tcp(let host, _) = address { host } else { nil } }
    /// The port of a tcp endpoint, or `nil` if it is any free port (``Socket/bind(_:)`` returns the actual one).
    public var port: UInt16? { if case .tcp(_, let port) = address, port > 0 { port } else { nil } }
    /// The path of an ipc endpoint, or `nil` for another transport.
    public var path: String? { if case .ipc(let path) = address { path } else { nil } }

    /// Whether it is tcp on a numeric loopback address (127.0.0.0/8 or ::1). A host name never counts as loopback,
    /// because its address is the resolver's decision.
    public var isLoopback: Bool {
        guard case .tcp(let host, _) = address else { return false }
        var ipv4 = in_addr()
        if inet_pton(AF_INET, host, &ipv4) == 1 { return UInt32(bigEndian: ipv4.s_addr) >> 24 == 127 }
        var ipv6 = in6_addr()
        guard inet_pton(AF_INET6, host, &ipv6) == 1 else { return false }
        let bytes = withUnsafeBytes(of: &ipv6) { Array($0) }
        let mapped = bytes.prefix(12) == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
        return bytes == Array(repeating: 0, count: 15) + [1] || (mapped && bytes.dropFirst(12).first == 127)
    }

    /// Whether only this machine can reach it: loopback, ipc or inproc. Such an endpoint may be bound without CURVE.
    public var isLocal: Bool { transport != .tcp || isLoopback }

    /// Whether it is an IPv6 address, for which sockets need ``SocketOptions/ipv6``.
    public var isIPv6: Bool { host?.contains(":") ?? false }
}

extension Endpoint: CustomStringConvertible {
    /// The endpoint in libzmq's notation.
    public var description: String {
        switch address {
        case .tcp(let host, let port):
            "tcp://\(host.contains(":") ? "[\(host)]" : host):\(port == 0 ? "*" : String(port))"
        case .ipc(let path): "ipc://\(path)"
        case .inproc(let name): "inproc://\(name)"
        }
    }
}
