import CZeroMQ
import Glibc

/// The error of a call of this library: the action, its cause and a remedy.
///
/// ```swift
/// do {
///     try socket.bind(endpoint)
/// } catch where error.code == .addressInUse {
///     …
/// }
/// ```
/// A full queue or a disconnected peer is not an error but a result: see ``SendOutcome``.
public struct ZeroMQError: Error, Equatable, Sendable {
    /// The kind of failure: a struct of static members, so that a new member breaks no caller's `switch`.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        enum Value: String {
            case invalidEndpoint, invalidOption, invalidSubscription, invalidKey
            case addressInUse, addressNotAvailable, accessDenied, noSuchFile
            case tooManySockets, outOfDescriptors, outOfMemory
            case terminated, closed, wrongState, timedOut, queueFull, unreachable
            case libraryTooOld, capabilityMissing, wrongProcess, system
        }
        let value: Value
        init(_ value: Value) { self.value = value }
        public var description: String { value.rawValue }

        /// The text is not an endpoint that this library supports.
        public static let invalidEndpoint = Code(.invalidEndpoint)
        /// libzmq refuses the option's value.
        public static let invalidOption = Code(.invalidOption)
        /// The subscription prefix is too long to be sent safely (over ``ZeroMQLimits/subscriptionBytesMax``).
        public static let invalidSubscription = Code(.invalidSubscription)
        /// The text or bytes are not a CURVE key.
        public static let invalidKey = Code(.invalidKey)
        /// Another socket is bound to the address.
        public static let addressInUse = Code(.addressInUse)
        /// This machine has no such address or interface.
        public static let addressNotAvailable = Code(.addressNotAvailable)
        /// This process lacks a permission.
        public static let accessDenied = Code(.accessDenied)
        /// A folder of an ipc path does not exist, or no socket is bound to an inproc name.
        public static let noSuchFile = Code(.noSuchFile)
        /// The context has its maximum number of open sockets, or this process its maximum number of descriptors.
        public static let tooManySockets = Code(.tooManySockets)
        /// No file descriptor is available in this process or on this machine.
        public static let outOfDescriptors = Code(.outOfDescriptors)
        /// Memory could not be allocated.
        public static let outOfMemory = Code(.outOfMemory)
        /// The context was shut down, or the socket thread stopped.
        public static let terminated = Code(.terminated)
        /// The socket is closed.
        public static let closed = Code(.closed)
        /// A call out of order: REQ must receive after it sent, REP must send after it received.
        public static let wrongState = Code(.wrongState)
        /// No message arrived within the time limit.
        public static let timedOut = Code(.timedOut)
        /// A bounded queue is full.
        public static let queueFull = Code(.queueFull)
        /// No connected peer accepts the message.
        public static let unreachable = Code(.unreachable)
        /// libzmq is older than ``Library/versionMin``.
        public static let libraryTooOld = Code(.libraryTooOld)
        /// libzmq was built without a required capability.
        public static let capabilityMissing = Code(.capabilityMissing)
        /// A socket was used in a forked child: libzmq works only in the process that created the context.
        public static let wrongProcess = Code(.wrongProcess)
        /// Anything else: see ``ZeroMQError/errno``.
        public static let system = Code(.system)
    }

    /// The kind of failure.
    public let code: Code
    /// The action that failed, as a verb phrase: `"bind"`, `"set the option maxMessageBytes"`.
    public let operation: String
    /// The endpoint, path or value of the action, as the caller passed it, or `nil`.
    public let subject: String?
    /// The C library's error number, or 0 if the mistake was detected before any call.
    public let errno: Int32
    /// The remedy, in the imperative and without a full stop.
    public let remedy: String

    init(_ code: Code, _ operation: String, subject: String? = nil, errno: Int32 = 0, remedy: String) {
        self.code = code
        self.operation = operation
        self.subject = subject
        self.errno = errno
        self.remedy = remedy
    }
}

extension ZeroMQError: CustomStringConvertible {
    /// The error in one line: `cannot bind tcp://127.0.0.1:5560: Address already in use; stop the other process …`
    public var description: String {
        var text = "cannot \(operation)"
        if let subject { text += " \(subject)" }
        text += errno == 0 ? ": \(code)" : ": \(ZeroMQError.text(of: errno))"
        return text + "; \(remedy)"
    }

    /// Returns the message for an error number: libzmq's for its own numbers, the C library's for the others.
    static func text(of number: Int32) -> String { String(cString: zmq_strerror(number)) }
}
