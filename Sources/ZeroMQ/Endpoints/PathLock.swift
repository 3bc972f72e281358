import CZeroMQ
import Glibc

/// An exclusive lock on an ipc path, held while a socket is bound to it.
///
/// libzmq binds a path that is in use without an error and diverts the first owner's clients. Therefore the owner holds
/// a lock on `PATH.lock`, and a connection attempt detects a listener that does not use such locks. The lock file is
/// never removed: otherwise two owners could hold locks on two files of the same name.
final class PathLock {
    private let descriptor: Int32

    /// Locks the path.
    /// - Throws: ``ZeroMQError/Code/addressInUse`` while another socket is bound to the path.
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
