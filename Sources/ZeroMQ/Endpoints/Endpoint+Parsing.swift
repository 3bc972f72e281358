extension Endpoint {
    /// Creates an endpoint from its text.
    /// - Throws: ``ZeroMQError/Code/invalidEndpoint``, with a remedy that shows the correct form.
    public init(_ text: String) throws(ZeroMQError) {
        if text.utf8.contains(0) { throw Endpoint.error(text, "remove the NUL character") }
        guard let scheme = text.firstRange(of: "://") else {
            throw Endpoint.error(text, "write tcp://ADDRESS:PORT or ipc:///PATH")
        }
        let rest = String(text[scheme.upperBound...])
        switch text[..<scheme.lowerBound] {
        case "tcp": address = try Endpoint.tcp(rest, in: text)
        case "ipc": address = try Endpoint.ipc(rest, in: text)
        case "inproc": address = try Endpoint.inproc(rest, in: text)
        default: throw Endpoint.error(text, "use tcp://ADDRESS:PORT or ipc:///PATH; other transports are not supported")
        }
    }

    /// Returns a tcp endpoint; port 0 means any free port.
    public static func tcp(_ host: String, port: UInt16) throws(ZeroMQError) -> Endpoint {
        try Endpoint("tcp://\(host.contains(":") ? "[\(host)]" : host):\(port == 0 ? "*" : String(port))")
    }

    /// Returns an ipc endpoint on a file's path.
    public static func ipc(path: String) throws(ZeroMQError) -> Endpoint { try Endpoint("ipc://\(path)") }

    /// Returns an endpoint within this process and context.
    public static func inproc(_ name: String) throws(ZeroMQError) -> Endpoint { try Endpoint("inproc://\(name)") }

    private static func tcp(_ rest: String, in text: String) throws(ZeroMQError) -> Address {
        guard let colon = rest.lastIndex(of: ":") else { throw error(text, "add the port: tcp://ADDRESS:PORT") }
        var host = String(rest[..<colon])
        if host.hasPrefix("["), host.hasSuffix("]") {
            host = String(host.dropFirst().dropLast())
            guard host.contains(":") else { throw error(text, "remove the brackets: they are for IPv6 addresses only") }
        } else if host.contains(":") || host.contains("[") || host.contains("]") {
            throw error(text, "put an IPv6 address in brackets: tcp://[::1]:PORT")
        }
        guard !host.isEmpty else { throw error(text, "add the address: 127.0.0.1, or * for all of this machine") }
        guard host.utf8.count <= 255, !host.contains(where: { $0.isWhitespace || $0 == "/" || $0 == ";" }) else {
            throw error(text, "remove blanks, slashes and semicolons from the address")
        }
        return .tcp(host: host, port: try port(String(rest[rest.index(after: colon)...]), in: text))
    }

    private static func port(_ digits: String, in text: String) throws(ZeroMQError) -> UInt16 {
        if digits == "*" || digits == "0" { return 0 }
        guard digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let port = UInt16(digits), port > 0
        else {
            throw error(text, "use a port from 1 to 65535, or * for any free port")
        }
        return port
    }

    private static func ipc(_ path: String, in text: String) throws(ZeroMQError) -> Address {
        guard !path.isEmpty else { throw error(text, "add the path: ipc:///run/NAME/socket") }
        guard !path.hasPrefix("@"), path != "*" else {
            throw error(text, "use a path of the file system: only its folder's mode protects an ipc socket")
        }
        guard path.utf8.count <= ZeroMQLimits.ipcPathBytesMax else {
            throw error(
                text, "use a path of at most \(ZeroMQLimits.ipcPathBytesMax) bytes instead of \(path.utf8.count)")
        }
        return .ipc(path: path)
    }

    private static func inproc(_ name: String, in text: String) throws(ZeroMQError) -> Address {
        guard !name.isEmpty else { throw error(text, "add a name: inproc://NAME") }
        guard name.utf8.count <= ZeroMQLimits.inprocNameBytesMax else {
            throw error(text, "use a name of at most \(ZeroMQLimits.inprocNameBytesMax) bytes")
        }
        return .inproc(name: name)
    }

    private static func error(_ text: String, _ remedy: String) -> ZeroMQError {
        ZeroMQError(.invalidEndpoint, "use the endpoint", subject: "\"\(text)\"", remedy: remedy)
    }
}
