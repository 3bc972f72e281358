import Testing

@testable import ZeroMQ

/// Tests against peers of ZMTP 1.0 and 2.0, including web browsers: their greeting names no security mechanism.
@Suite(.timeLimit(.minutes(2)))
struct OldPeerTests {
    private let context: Context
    init() throws { context = try Context() }

    /// A program that sends `hello` as a web page does by POST, then by ZMTP 1.0 and 2.0, then `end` by ZMTP 3, each on
    /// a separate connection. `P` is 80, which is the length of the POST's first frame: the peer's name.
    private static let peer =
        ForeignPeer.rawZMTP + "\n" + """
            hello = bytes([6, 0]) + b'hello'
            post = b'POST / HTTP/1.1\\r\\nHost: 127.0.0.1\\r\\nContent-Length: 40\\r\\n\\r\\n'
            greetings = [
                post + b'x' * (81 - len(post)) + bytes([1, 0]) + hello,
                bytes([1, 0]) + hello,
                b'\\xff' + bytes(7) + b'\\x01\\x7f\\x01\\x08' + bytes(2) + bytes([0, 5]) + b'hello',
            ]
            for greeting in greetings:
                s = socket.create_connection(address())
                s.settimeout(float(sys.argv[2]))
                try:
                    s.sendall(greeting)
                    while s.recv(1000): pass
                    print('closed')
                except ConnectionError: print('closed')
                except TimeoutError: print('served')
            s = connect('PUSH')
            s.sendall(frame(b'end'))
            sys.stdin.readline()
            """

    /// Runs the program and returns the fate of each connection: closed or served.
    /// - Parameter seconds: The time after which an open connection counts as served.
    private func messages(_ options: SocketOptions, seconds: Int) throws -> (messages: [[String]], ends: [String?]) {
        let pull = try PullSocket(context, options: options)
        let endpoint = try pull.bind(anyPort())
        let peer = try ForeignPeer(Self.peer, endpoint.description, String(seconds))
        var messages: [[String]] = []
        while messages.last != ["end"] {
            messages.append(try #require(try pull.receive(within: timeLimit)).texts)
        }
        let ends = [peer.line(), peer.line(), peer.line()]
        try peer.say("go")
        #expect(peer.end() == 0)
        return (messages, ends)
    }

    @Test("by default a socket refuses old peers and accepts a peer of ZMTP 3")
    func refused() throws {
        let (messages, ends) = try messages(.with { $0.handshakeTimeout = .seconds(60) }, seconds: 20)
        #expect(messages == [["end"]])
        #expect(ends == ["closed", "closed", "closed"])
    }

    @Test("with an empty ZAP domain old peers are accepted, and a POST arrives as messages")
    func served() throws {
        let (messages, ends) = try messages(.with { $0.security = .none(zapDomain: "") }, seconds: 1)
        #expect(messages == [[""], ["hello"], ["hello"], ["hello"], ["end"]])
        #expect(ends == ["served", "served", "served"])
    }
}
