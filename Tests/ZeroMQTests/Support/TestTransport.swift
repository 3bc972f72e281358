import Testing

@testable import ZeroMQ

/// A transport as argument of a test, with an endpoint to bind to.
struct TestTransport: CustomTestStringConvertible, Sendable {
    let transport: Endpoint.Transport
    var testDescription: String { transport.rawValue }
    static let all = Endpoint.Transport.allCases.map(TestTransport.init)

    func endpoint(in folder: TemporaryFolder) throws -> Endpoint {
        switch transport {
        case .tcp: try anyPort()
        case .ipc: try folder.ipc()
        case .inproc: try .inproc("test")
        }
    }
}

/// Returns a loopback endpoint with any free port.
func anyPort() throws -> Endpoint { try .tcp("127.0.0.1", port: 0) }
