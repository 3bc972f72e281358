import CZeroMQ
import Glibc

/// The right to bind an ipc path. libzmq binds a path in use without complaint and takes the first owner's clients
/// away; so a lock on `PATH.lock` is held while the socket is open, and a listener that knows nothing of locks is asked
/// by a connection. Giving the lock up removes the socket and the lock file; whoever locks makes sure that the file that
/// it holds still has the name.
final class PathLock {
    private let descriptor: Int32
    private let path: String
    /// The socket that libzmq made, once it is bound.
    private var socket: stat?

    /// - Throws: ``ZeroMQError/Code/addressInUse`` while anybody else has the path.
    init(path: String, endpoint: Endpoint) throws(ZeroMQError) {
        let result = cz_lock_file(path + ".lock")
        if result == -EWOULDBLOCK { throw ZeroMQError(result: EADDRINUSE, "bind", subject: endpoint.description) }
        if result < 0 { throw ZeroMQError(result: result, "lock \(path).lock to bind", subject: endpoint.description) }
        if cz_unix_connect(path) == 0 {
            unlink(path + ".lock")
            close(result)
            throw ZeroMQError(result: EADDRINUSE, "bind", subject: endpoint.description)
        }
        descriptor = result
        self.path = path
    }

    /// Takes note of the socket that was bound, for removing it.
    func noteBound() { socket = Self.status(path) }

    deinit {
        // libzmq leaves the file of a listener that it closes. What somebody else put there since is not ours.
        if let socket, let now = Self.status(path), now.st_ino == socket.st_ino, now.st_dev == socket.st_dev {
            unlink(path)
        }
        // Before the lock is given up: nobody else removes it, and who opened it before finds that it has no name.
        unlink(path + ".lock")
        close(descriptor)
    }

    private static func status(_ path: String) -> stat? {
        var status = stat()
        return stat(path, &status) == 0 ? status : nil
    }
}
