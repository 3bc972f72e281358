import CZeroMQ
import Glibc

extension ZeroMQError {
    /// The error for a failed call.
    /// - Parameter result: The shim's answer: the negative errno.
    init(result: Int32, _ operation: String, subject: String? = nil) {
        let number = result < 0 ? 0 &- result : result
        let (code, remedy) = ZeroMQError.meaning(of: number)
        self.init(code, operation, subject: subject, errno: number, remedy: remedy)
    }

    private static func meaning(of number: Int32) -> (Code, String) {
        switch number {
        case EADDRINUSE:
            (.addressInUse, "stop what is bound there, or give another port or path (`ss -lntxp` names the owner)")
        case EADDRNOTAVAIL, ENODEV:
            (.addressNotAvailable, "give an address of this machine (`ip address`), or * for all of them")
        case EACCES, EPERM, EROFS:
            (.accessDenied, "take a port from 1024 up, or a folder this user may write to")
        case ENOENT, ENOTDIR:
            (.noSuchFile, "create the folder first, or look for a mistake in the path")
        case ECONNREFUSED:
            (.unreachable, "bind the other side first, or look for a mistake in the name")
        case EMFILE:
            (.tooManySockets, "close sockets, or raise maxSockets of the context and LimitNOFILE")
        case ENFILE:
            (.outOfDescriptors, "raise LimitNOFILE (`ulimit -n`)")
        case ENOMEM, ENOBUFS:
            (.outOfMemory, "free memory or raise its limit")
        case Int32(ETERM):
            (.terminated, "the context was shut down: close the socket")
        case Int32(EFSM):
            (.wrongState, "REQ receives after it sent and REP sends after it received: keep the turns")
        case ENOTSOCK:
            (.closed, "make a new socket")
        case EPROTONOSUPPORT, Int32(ENOCOMPATPROTO):
            (.invalidEndpoint, "this socket type or this libzmq does not speak that transport")
        case EINVAL:
            (.invalidOption, "the value is outside what libzmq takes")
        case ENAMETOOLONG:
            (.invalidEndpoint, "an ipc path has at most \(Limits.ipcPathBytesMax) bytes: give a shorter one")
        case EHOSTUNREACH:
            (.unreachable, "no such peer is connected")
        default:
            (.system, "see the error number \(number)")
        }
    }
}

/// Runs a shim and turns a negative answer into an error.
@inline(__always)
func check(
    _ operation: @autoclosure () -> String, subject: @autoclosure () -> String? = nil, _ call: () -> Int32
) throws(ZeroMQError) {
    let result = call()
    if result < 0 { throw ZeroMQError(result: result, operation(), subject: subject()) }
}
