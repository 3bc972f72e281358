import Testing

@testable import ZeroMQ

struct EndpointTests {
    @Test(
        "an endpoint reads back as it was written",
        arguments: [
            "tcp://127.0.0.1:5560", "tcp://127.0.0.1:*", "tcp://*:5560", "tcp://[::1]:5560", "tcp://[fe80::1%eth0]:1",
            "tcp://example.org:65535", "ipc:///run/x/bus", "ipc://relative", "inproc://name",
        ])
    func readsBack(text: String) throws {
        #expect(try Endpoint(text).description == text)
    }

    @Test(
        "an invalid endpoint is refused with a remedy that shows the correct form",
        arguments: [
            ("", "write tcp://"), ("127.0.0.1:5560", "write tcp://"), ("udp://127.0.0.1:1", "use tcp://"),
            ("ws://127.0.0.1:1", "other transports are not supported"),
            ("tcp://127.0.0.1", "add the port"), ("tcp://127.0.0.1:", "port from 1 to 65535"),
            ("tcp://127.0.0.1:65536", "port from 1 to 65535"), ("tcp://127.0.0.1:+80", "port from 1 to 65535"),
            ("tcp://::1:80", "in brackets"), ("tcp://[127.0.0.1]:80", "remove the brackets"),
            ("tcp://:80", "add the address"), ("tcp://a b:80", "remove blanks"), ("tcp://a;b:80", "semicolon"),
            ("ipc://", "add the path"), ("ipc://@abstract", "path of the file system"), ("ipc://*", "path of the file"),
            ("inproc://", "add a name"), ("inproc://a\0b", "NUL"),
        ])
    func refuses(text: String, remedy: String) {
        let error = #expect(throws: ZeroMQError.self) { try Endpoint(text) }
        #expect(error?.code == .invalidEndpoint)
        #expect(error?.remedy.contains(remedy) == true, "\(String(describing: error))")
    }

    @Test("an ipc path of 107 bytes is accepted, one of 108 is refused")
    func pathLength() throws {
        #expect(try Endpoint.ipc(path: String(repeating: "p", count: 107)).path?.count == 107)
        #expect(throws: ZeroMQError.self) { try Endpoint.ipc(path: String(repeating: "p", count: 108)) }
        // Bytes count, not characters.
        #expect(throws: ZeroMQError.self) { try Endpoint.ipc(path: String(repeating: "ü", count: 54)) }
    }

    @Test(
        "only a numeric loopback address is loopback",
        arguments: [
            ("tcp://127.0.0.1:1", true), ("tcp://127.9.8.7:1", true), ("tcp://[::1]:1", true),
            ("tcp://[::ffff:127.0.0.1]:1", true), ("tcp://*:1", false), ("tcp://0.0.0.0:1", false),
            ("tcp://128.0.0.1:1", false), ("tcp://[::]:1", false), ("tcp://[::ffff:10.0.0.1]:1", false),
            ("tcp://localhost:1", false), ("tcp://127.0.0.1.example.org:1", false), ("ipc://x", false),
        ])
    func loopback(text: String, expected: Bool) throws {
        #expect(try Endpoint(text).isLoopback == expected)
    }

    @Test("an endpoint that only this machine can reach is local")
    func local() throws {
        #expect(try Endpoint("ipc://x").isLocal)
        #expect(try Endpoint("inproc://x").isLocal)
        #expect(try Endpoint("tcp://[::1]:1").isLocal)
        #expect(try !Endpoint("tcp://*:1").isLocal)
    }
}
