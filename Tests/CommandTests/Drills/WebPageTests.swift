import Foundation
import Testing

/// Tests against web pages: a page of any origin can send HTTP POSTs to the loopback ports of the browser's machine.
@Suite("web page in a browser on this machine", .timeLimit(.minutes(3)))
struct WebPageTests {
    private let folder: TestFolder

    init() throws { folder = try TestFolder() }

    /// A program that sends POSTs as Chromium does for `fetch(url, {method: 'POST', mode: 'no-cors', body: blob})`.
    ///
    /// libzmq parses the headers as frames of ZMTP 1.0 (a length byte, a byte of flags, the content). Therefore the
    /// body begins with the rest of the last of those frames and continues with the page's own frames.
    private static let page = """
        import socket, sys
        intake, control, estimates, event, request = sys.argv[1:]

        def frame(data, more):
            size = len(data) + 1
            return (bytes([size]) if size < 255 else b'\\xff' + size.to_bytes(8, 'big')) + bytes([more]) + data

        def headers(host, size):
            return (f'POST / HTTP/1.1\\r\\nHost: {host}\\r\\nConnection: keep-alive\\r\\nContent-Length: {size}\\r\\n'
                'sec-ch-ua-platform: "Linux"\\r\\nUser-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 '
                '(KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36\\r\\nsec-ch-ua: "Chromium";v="156", '
                '"Not)A;Brand";v="8"\\r\\nsec-ch-ua-mobile: ?0\\r\\nAccept: */*\\r\\nOrigin: https://page.example\\r\\n'
                'Sec-Fetch-Site: cross-site\\r\\nSec-Fetch-Mode: no-cors\\r\\nSec-Fetch-Dest: empty\\r\\n'
                'Referer: https://page.example/\\r\\nAccept-Encoding: gzip, deflate, br, zstd\\r\\n'
                'Accept-Language: en-US,en;q=0.9\\r\\n\\r\\n').encode()

        def post(endpoint, *frames):
            host = endpoint.removeprefix('tcp://')
            message = frame(b'', 0)  # ends the message that the headers began
            for number, data in enumerate(frames): message += frame(data, number + 1 < len(frames))
            for rest in range(256):
                head = headers(host, rest + len(message))
                end = 0
                while end < len(head): end += 1 + head[end]
                if end == len(head) + rest: break
            else: raise ValueError('no body fits these headers')
            # Less than the 5 s after which a connection without a handshake is closed.
            s = socket.create_connection(tuple(host.rsplit(':', 1)), timeout=4)
            try:
                s.sendall(head)
                s.sendall(b'x' * rest + message)
                while s.recv(4096): pass
                print('closed')
            except ConnectionError: print('closed')
            except TimeoutError: print('served')

        post(intake, b'plan.page', event.encode())
        post(control, b'', request.encode())
        post(estimates, b'\\x01')
        """

    /// A program that sends the same over ZMTP 3, with Debian's python3-zmq.
    private static let peer = """
        import sys, zmq
        intake, control, estimates, event, request = sys.argv[1:]
        context = zmq.Context()
        def socket(kind, endpoint):
            s = context.socket(kind)
            s.linger = s.rcvtimeo = 20000
            s.connect(endpoint)
            return s
        sub = socket(zmq.SUB, estimates)
        sub.subscribe('status.')
        xpub = socket(zmq.XPUB, intake)
        xpub.recv()
        xpub.send_multipart([b'plan.page', event.encode()])
        req = socket(zmq.REQ, control)
        req.send(request.encode())
        print('accepted' if b'accepted' in req.recv() else 'refused')
        print(sub.recv_multipart()[0].decode())
        context.destroy(linger=20000)
        """

    @Test("a POST reaches neither intake nor control nor estimates; a ZMTP 3 peer is accepted")
    func posts() async throws {
        let page = SmallMission(name: "page")
        let daemon = try await RunningDaemon.start(in: folder)
        let event = page.definition[0]
        let submitted = page.definition[1]
        let request =
            #"{"jsonrpc":"2.0","id":1,"method":"event.submit","params":{"event":"# + submitted + "}}"
        let arguments = [daemon.intake, daemon.control, daemon.estimates, event, request]

        let browser = try await Child("/usr/bin/python3", ["-c", Self.page] + arguments).ended(within: 60)
        #expect(browser.lines == ["closed", "closed", "closed"], "\(browser.errors)")
        #expect(try await BuiltProgram.run(["journal", "dump", "--data", daemon.data]).output == "")
        #expect(try await BuiltProgram.run(["journal", "rejections", "--data", daemon.data, "--json"]).output == "")

        let peer = try await Child("/usr/bin/python3", ["-c", Self.peer] + arguments).ended(within: 60)
        #expect(peer.lines == ["accepted", "status.test"], "\(peer.errors)")
        let areThere = try await isTrue(within: 30) {
            let dump = try await BuiltProgram.run(["journal", "dump", "--data", daemon.data])
            return Set(dump.lines) == [event, submitted]
        }
        #expect(areThere)
        daemon.send(SIGTERM)
        #expect(await daemon.ended(within: 10).status == 0)
    }
}
