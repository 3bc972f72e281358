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

    @Test("a request through three proxies is answered by the way it came")
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
}
