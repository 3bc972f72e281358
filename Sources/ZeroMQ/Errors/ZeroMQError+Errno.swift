import CZeroMQ
import Glibc

extension ZeroMQError {
    /// Creates the error for a failed call.
    /// - Parameter result: The shim's result: the negative errno.
    init(result: Int32, _ operation: String, subject: String? = nil) {
        let number = result < 0 ? 0 &- result : result
        let (code, remedy) = ZeroMQError.meaning(of: number)
        self.init(code, operation, subject: subject, errno: number, remedy: remedy)
    }

    private static func meaning(of number: Int32) -> (Code, String) {
        switch number {
        case EADDRINUSE:
            (.addressInUse, "stop the other process, or use another port or path (`ss -lntxp` shows the process)")
        case EADDRNOTAVAIL, ENODEV:
            (.addressNotAvailable, "use an address of this machine (see `ip address`), or * for all of them")
        case EACCES, EPERM, EROFS:
            (.accessDenied, "use a port from 1024, or a folder that this user may write to")
        case ENOENT, ENOTDIR:
            (.noSuchFile, "create the folder first, or correct the path")
        case ECONNREFUSED:
            (.unreachable, "bind the other side first, or correct the name")
        case EMFILE:
            (.tooManySockets, "close sockets, or raise socketsMax of the context and LimitNOFILE")
        case ENFILE:
            (.outOfDescriptors, "raise LimitNOFILE (`ulimit -n`)")
        case ENOMEM, ENOBUFS:
            (.outOfMemory, "free memory or raise its limit")
        case Int32(ETERM):
            (.terminated, "close the socket: its context was shut down")
        case Int32(EFSM):
            (.wrongState, "alternate: REQ receives after it sent, REP sends after it received")
        case ENOTSOCK:
            (.closed, "create a new socket")
        case EPROTONOSUPPORT, Int32(ENOCOMPATPROTO):
            (.invalidEndpoint, "use a transport that this socket type and this libzmq support")
        case EINVAL:
            (.invalidOption, "use a value that libzmq permits")
        case ENAMETOOLONG:
            (.invalidEndpoint, "use an ipc path of at most \(ZeroMQLimits.ipcPathBytesMax) bytes")
        case EHOSTUNREACH:
            (.unreachable, "wait until this peer is connected")
        default:
            (.system, "look up the error number \(number)")
        }
    }
}

/// Calls a shim and throws an error if its result is negative.
@inline(__always)
func check(
    _ operation: @autoclosure () -> String, subject: @autoclosure () -> String? = nil, _ call: () -> Int32
) throws(ZeroMQError) {
    let result = call()
    if result < 0 { throw ZeroMQError(result: result, operation(), subject: subject()) }
}
