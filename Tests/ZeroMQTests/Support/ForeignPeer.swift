import Foundation

/// A Python program as peer: Debian's python3-zmq, another binding of the same libzmq, or a raw socket.
///
/// Its first argument `sys.argv[1]` is the endpoint; it communicates with the test through standard input and output.
final class ForeignPeer: Sendable {
    private let process = Process()
    private let output = Pipe()
    private let input = Pipe()

    init(_ script: String, _ arguments: String...) throws {
        process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        process.arguments = ["-u", "-c", script] + arguments
        process.standardOutput = output
        process.standardInput = input
        try process.run()
    }

    /// Returns the next line that the program printed, or `nil` after its end.
    func line() -> String? {
        var line: [UInt8] = []
        while let byte = try? output.fileHandleForReading.read(upToCount: 1)?.first {
            if byte == UInt8(ascii: "\n") { return String(decoding: line, as: UTF8.self) }
            line.append(byte)
        }
        return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
    }

    func say(_ line: String) throws { try input.fileHandleForWriting.write(contentsOf: Data((line + "\n").utf8)) }

    /// Closes the program's input, waits for its end and returns its exit code.
    func end() -> Int32 {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
        return process.terminationStatus
    }

    deinit { if process.isRunning { process.terminate() } }

    /// Python functions that implement ZMTP 3.0, for data that libzmq would never send: `connect(type, properties)`
    /// returns a socket after the handshake, `frame(bytes, more)` the bytes of one frame.
    static let rawZMTP = """
        import socket, struct, sys
        def address():
            host, port = sys.argv[1].removeprefix('tcp://').rsplit(':', 1)
            return (host, int(port))
        def exactly(s, n):
            data = b''
            while len(data) < n:
                part = s.recv(n - len(data))
                if not part: raise EOFError
                data += part
            return data
        GREETING = b'\\xff' + bytes(8) + b'\\x7f' + b'\\x03\\x00' + b'NULL'.ljust(20, b'\\0') + bytes(32)
        def ready(kind, properties={}):
            body = b'\\x05READY'
            for name, value in {'Socket-Type': kind, **properties}.items():
                body += bytes([len(name)]) + name.encode() + struct.pack('>I', len(value)) + value.encode()
            return b'\\x04' + bytes([len(body)]) + body
        def frame(data, more=False):
            if len(data) > 255: return bytes([2 | more]) + struct.pack('>Q', len(data)) + data
            return bytes([more]) + bytes([len(data)]) + data
        def connect(kind, properties={}):
            s = socket.create_connection(address())
            s.sendall(GREETING)
            exactly(s, 64)
            s.sendall(ready(kind, properties))
            flag, size = exactly(s, 2)
            exactly(s, size)
            return s
        """
}
