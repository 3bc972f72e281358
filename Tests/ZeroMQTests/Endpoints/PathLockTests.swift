import Foundation
import Testing

@testable import ZeroMQ

struct PathLockTests {
    @Test("an ipc path in use is refused, and available again after its socket is closed")
    func twice() throws {
        let folder = try TemporaryFolder()
        let context = try Context()
        let endpoint = try folder.ipc()
        let first = try PullSocket(context)
        try first.bind(endpoint)
        let second = try PullSocket(context)
        let error = #expect(throws: ZeroMQError.self) { try second.bind(endpoint) }
        #expect(error?.code == .addressInUse)
        // The first socket still has its clients.
        let client = try PushSocket(context)
        try client.connect(endpoint)
        #expect(try client.send([bytes("to the first")], within: timeLimit) == .sent)
        #expect(try first.receive(within: timeLimit)?.texts == ["to the first"])

        first.close()
        // libzmq closes the listener asynchronously, on its I/O thread.
        #expect(eventually { (try? second.bind(endpoint)) != nil })
    }

    @Test("a path on which another program listens is refused, even if that program uses no lock")
    func foreignOwner() throws {
        let folder = try TemporaryFolder()
        let endpoint = try folder.ipc()
        let peer = try ForeignPeer(
            """
            import sys, zmq
            s = zmq.Context().socket(zmq.PULL)
            s.bind(sys.argv[1])
            print('bound')
            sys.stdin.readline()
            """, endpoint.description)
        #expect(peer.line() == "bound")
        let socket = try PullSocket(try Context())
        let error = #expect(throws: ZeroMQError.self) { try socket.bind(endpoint) }
        #expect(error?.code == .addressInUse)
        try peer.say("go")
        #expect(peer.end() == 0)
    }

    @Test("a socket file of a process that has ended can be bound again")
    func leftBehind() throws {
        let folder = try TemporaryFolder()
        let endpoint = try folder.ipc()
        let peer = try ForeignPeer(
            "import socket, sys\ns = socket.socket(socket.AF_UNIX)\ns.bind(sys.argv[1])\ns.listen()",
            folder.path + "/socket")
        #expect(peer.end() == 0)
        #expect(FileManager.default.fileExists(atPath: folder.path + "/socket"))
        let socket = try PullSocket(try Context())
        #expect(try socket.bind(endpoint) == endpoint)
    }

    @Test("closing removes the socket and the lock file, and never a file of another process")
    func removed() throws {
        let folder = try TemporaryFolder()
        let context = try Context()
        let endpoint = try folder.ipc()
        let path = try #require(endpoint.path)
        let files = FileManager.default
        let first = try PullSocket(context)
        try first.bind(endpoint)
        #expect(files.fileExists(atPath: path) && files.fileExists(atPath: path + ".lock"))
        first.close()
        #expect(!files.fileExists(atPath: path) && !files.fileExists(atPath: path + ".lock"))
        // Immediately, while libzmq may still be closing the previous listener.
        let second = try PullSocket(context)
        try second.bind(endpoint)
        try files.removeItem(atPath: path)
        try Data().write(to: URL(filePath: path))
        second.close()
        #expect(files.fileExists(atPath: path), "a file that is not ours stays")
    }

    @Test("binding in a missing folder fails with noSuchFile")
    func noFolder() throws {
        let folder = try TemporaryFolder()
        let socket = try PullSocket(try Context())
        let error = #expect(throws: ZeroMQError.self) { try socket.bind(folder.ipc("missing/socket")) }
        #expect(error?.code == .noSuchFile)
    }
}
