import CZeroMQ
import Glibc

/// The right to bind an ipc path. libzmq binds a path in use without complaint and takes the first owner's clients
/// away; so a lock on `PATH.lock` is held while the socket is open, and a listener that knows nothing of locks is asked
/// by a connection. The lock file stays behind: removing it would let two owners hold two files of one name.
final class PathLock {
    private let descriptor: Int32

    /// - Throws: ``ZeroMQError/Code/addressInUse`` while anybody else has the path.
    init(path: String, endpoint: Endpoint) throws(ZeroMQError) {
        let result = cz_lock_file(path + ".lock")
        if result == -EWOULDBLOCK { throw ZeroMQError(result: EADDRINUSE, "bind", subject: endpoint.description) }
        if result < 0 { throw ZeroMQError(result: result, "lock \(path).lock to bind", subject: endpoint.description) }
        if cz_unix_connect(path) == 0 {
            close(result)
            throw ZeroMQError(result: EADDRINUSE, "bind", subject: endpoint.description)
        }
        descriptor = result
    }

    deinit { close(descriptor) }
}
