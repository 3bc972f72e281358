import Foundation
import Testing

/// Clients of `control` as other libraries make them, by Debian's python3-zmq.
@Suite("the way of an answer", .timeLimit(.minutes(2)))
struct RoutingTests {
    private static let preamble = """
        import json, sys, threading, zmq
        context = zmq.Context()
        status = json.dumps({'jsonrpc': '2.0', 'id': 1, 'method': 'node.status'}).encode()
        def client(kind, endpoint, identity=None):
            s = context.socket(kind)
            s.linger = 0
            s.rcvtimeo = 20000
            if identity: s.setsockopt(zmq.ROUTING_ID, identity)
            s.connect(endpoint)
            return s

        """

    private func python(_ body: String, _ daemon: RunningDaemon) async throws -> Ended {
        let child = try Child("/usr/bin/python3", ["-c", Self.preamble + body, daemon.control])
        return await child.ended(within: 60)
    }

    @Test("a client of a fixed identity is answered on its new connection while the old one is there")
    func handover() async throws {
        let folder = try TestFolder()
        let daemon = try await RunningDaemon.start(in: folder)
        let ended = try await python(
            """
            first = client(zmq.DEALER, sys.argv[1], b'planner-1')
            first.send(status)
            first.recv()
            second = client(zmq.DEALER, sys.argv[1], b'planner-1')
            second.send(status)
            print('version' in json.loads(second.recv())['result'])
            """, daemon)
        #expect(ended.output == "True\n", "\(ended.errors)")
    }

    @Test("the reply to a request through three proxies takes the same path back")
    func proxies() async throws {
        let folder = try TestFolder()
        let daemon = try await RunningDaemon.start(in: folder)
        let ended = try await python(
            """
            endpoint = sys.argv[1]
            for hop in range(3):
                front, back = context.socket(zmq.ROUTER), context.socket(zmq.DEALER)
                front.linger = back.linger = 0
                back.connect(endpoint)
                port = front.bind_to_random_port('tcp://127.0.0.1')
                threading.Thread(target=zmq.proxy, args=(front, back), daemon=True).start()
                endpoint = 'tcp://127.0.0.1:%d' % port
            for kind in (zmq.REQ, zmq.DEALER):
                s = client(kind, endpoint)
                s.send(status)
                print('version' in json.loads(s.recv())['result'], flush=True)
            import os
            os._exit(0)
            """, daemon)
        #expect(ended.output == "True\nTrue\n", "\(ended.errors)")
    }

    /// A ZMTP 3.0 peer that sends nothing after the handshake, and prints the bytes it receives for some seconds.
    private static let silentPeers = """
        import socket, struct, sys
        GREETING = b'\\xff' + bytes(8) + b'\\x7f' + b'\\x03\\x00' + b'NULL'.ljust(20, b'\\0') + bytes(32)
        def exactly(s, n):
            data = b''
            while len(data) < n: data += s.recv(n - len(data))
            return data
        for endpoint, kind in zip(sys.argv[1:], ('PUB', 'SUB', 'DEALER')):
            host, port = endpoint.removeprefix('tcp://').rsplit(':', 1)
            s = socket.create_connection((host, int(port)))
            s.sendall(GREETING)
            exactly(s, 64)
            body = b'\\x05READY' + bytes([11]) + b'Socket-Type' + struct.pack('>I', len(kind)) + kind.encode()
            s.sendall(b'\\x04' + bytes([len(body)]) + body)
            flag, size = exactly(s, 2)
            exactly(s, size)
            s.settimeout(2.5)
            data = b''
            try:
                while part := s.recv(1000): data += part
            except TimeoutError: pass
            print(kind, b'PING' in data)
        """

    @Test("heartbeats are sent as configured, or not at all, on every socket", arguments: ["1", "off"])
    func heartbeats(_ setting: String) async throws {
        let folder = try TestFolder()
        let daemon = try await RunningDaemon.start(in: folder, ["--zeromq-heartbeat", setting])
        let child = try Child(
            "/usr/bin/python3", ["-c", Self.silentPeers, daemon.intake, daemon.estimates, daemon.control])
        let ended = await child.ended(within: 60)
        let expected = setting == "off" ? "False" : "True"
        #expect(ended.lines == ["PUB", "SUB", "DEALER"].map { "\($0) \(expected)" }, "\(ended.errors)")
    }

    @Test("after an orderly end no ipc socket and no lock of one is left")
    func ipcFiles() async throws {
        let folder = try TestFolder()
        let daemon = try await RunningDaemon.start(in: folder, ipc: true)
        let names = { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
        #expect(
            try names() == ["control", "control.lock", "data", "estimates", "estimates.lock", "intake", "intake.lock"])
        daemon.send(SIGTERM)
        #expect(await daemon.ended().status == 0)
        #expect(try names() == ["data"])
    }
}
