import CZeroMQ
import Glibc

/// An exclusive lock on an ipc path, held while a socket is bound to it.
///
/// libzmq binds a path that is in use without an error and diverts the first owner's clients. Therefore the owner holds
/// a lock on `PATH.lock`, and a connection attempt detects a listener that does not use such locks. The end of the lock
/// removes the socket and the lock file. Two owners cannot hold locks on two files of the same name, because each owner
/// verifies that the locked file still has that name.
final class PathLock {
    private let descriptor: Int32
    private let path: String
    /// The file of the socket that libzmq created, after binding.
    private var socket: stat?

    /// Locks the path.
    /// - Throws: ``ZeroMQError/Code/addressInUse`` while another socket is bound to the path.
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

    /// Records the bound socket, so that the end of the lock removes it.
    func noteBound() { socket = Self.status(path) }

    deinit {
        // libzmq does not remove the file of a listener that it closes. A file that another process created since stays.
        if let socket, let now = Self.status(path), now.st_ino == socket.st_ino, now.st_dev == socket.st_dev {
            unlink(path)
        }
        // Before the lock is released: no other process removes it, and one that opened it earlier finds that it has no
        // name.
        unlink(path + ".lock")
        close(descriptor)
    }

    private static func status(_ path: String) -> stat? {
        var status = stat()
        return stat(path, &status) == 0 ? status : nil
    }
}
