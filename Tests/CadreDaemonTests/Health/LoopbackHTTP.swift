import Foundation
import Glibc

/// A minimal HTTP client over a real socket: one request and one response per connection.
enum LoopbackHTTP {
    struct Answer: Equatable, Sendable {
        var status: Int
        var headers: [String: String]
        var body: String
    }
    struct NoAnswer: Error {}

    static func get(_ path: String, port: Int) async throws -> Answer { try await request("GET", path, port: port) }

    static func request(_ method: String, _ path: String, port: Int, extra: String = "") async throws -> Answer {
        try await send(
            "\(method) \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\(extra)\r\n", port: port)
    }

    /// Sends these bytes, and reads to the end of the connection.
    static func send(_ request: String, port: Int) async throws -> Answer {
        let text = try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<String, any Error>) in
            // Blocking calls run on a separate thread, because the server needs those of the pool.
            Thread.detachNewThread {
                do {
                    continuation.resume(returning: try exchange(request, port: port))
                } catch {
                    continuation.resume(throwing: error)
                }
            }
        }
        guard let end = text.range(of: "\r\n\r\n") else { throw NoAnswer() }
        let lines = text[..<end.lowerBound].split(separator: "\r\n")
        guard let first = lines.first, let status = Int(first.split(separator: " ").dropFirst().first ?? "") else {
            throw NoAnswer()
        }
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { throw NoAnswer() }
            headers[line[..<colon].lowercased()] = String(line[line.index(after: colon)...].drop { $0 == " " })
        }
        return Answer(status: status, headers: headers, body: String(text[end.upperBound...]))
    }

    private static func exchange(_ request: String, port: Int) throws -> String {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw NoAnswer() }
        defer { close(descriptor) }
        var timeout = timeval(tv_sec: 30, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        let connected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { throw NoAnswer() }
        let bytes = Array(request.utf8)
        guard Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else { throw NoAnswer() }
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count >= 0 else { throw NoAnswer() }
            if count == 0 { return String(decoding: answer, as: UTF8.self) }
            answer += buffer.prefix(count)
        }
    }
}

extension String {
    /// Returns the first range of the other text.
    fileprivate func range(of other: String) -> Range<String.Index>? {
        let (bytes, wanted) = (Array(utf8), Array(other.utf8))
        guard bytes.count >= wanted.count else { return nil }
        for start in 0...(bytes.count - wanted.count) where bytes[start...].starts(with: wanted) {
            let from = utf8.index(utf8.startIndex, offsetBy: start)
            return from..<utf8.index(from, offsetBy: wanted.count)
        }
        return nil
    }
}
