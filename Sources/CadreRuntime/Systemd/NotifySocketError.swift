import Glibc

/// An error: the service manager cannot be notified.
enum NotifySocketError: Error, Equatable, CustomStringConvertible {
    case unknownAddress(String)
    case addressTooLong(String)
    case failed(String, errno: Int32)

    var description: String {
        switch self {
        case .unknownAddress(let address): "$NOTIFY_SOCKET is \(address); give a path or an @name"
        case .addressTooLong(let address): "$NOTIFY_SOCKET has \(address.utf8.count) bytes; give at most 107"
        case .failed(let address, let errno): "cannot notify \(address): \(String(cString: strerror(errno)))"
        }
    }
}
