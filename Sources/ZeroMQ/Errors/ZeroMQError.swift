import CZeroMQ
import Glibc

/// What went wrong in a call of this library, where, and what would mend it.
///
/// ```swift
/// do {
///     try socket.bind(endpoint)
/// } catch where error.code == .addressInUse {
///     …
/// }
/// ```
/// A full queue or a peer that is gone is no error but an answer: see ``SendOutcome``.
public struct ZeroMQError: Error, Equatable, Sendable {
    /// What kind of failure: a struct of static members, so that a new one breaks nobody's `switch`.
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

        /// The text is no endpoint this library takes.
        public static let invalidEndpoint = Code(.invalidEndpoint)
        /// libzmq refuses the option's value.
        public static let invalidOption = Code(.invalidOption)
        /// A subscription prefix too long to be sent safely (over ``Limits/subscriptionBytesMax``).
        public static let invalidSubscription = Code(.invalidSubscription)
        /// The text or bytes are no CURVE key.
        public static let invalidKey = Code(.invalidKey)
        /// Something else is bound there.
        public static let addressInUse = Code(.addressInUse)
        /// This machine has no such address or interface.
        public static let addressNotAvailable = Code(.addressNotAvailable)
        /// The rights of this process do not suffice.
        public static let accessDenied = Code(.accessDenied)
        /// A folder on the way to an ipc path is missing, or an inproc name is not bound.
        public static let noSuchFile = Code(.noSuchFile)
        /// More sockets than the context was made for.
        public static let tooManySockets = Code(.tooManySockets)
        /// This process or machine has no file descriptor left.
        public static let outOfDescriptors = Code(.outOfDescriptors)
        /// No memory.
        public static let outOfMemory = Code(.outOfMemory)
        /// The context was shut down, or the socket thread stopped.
        public static let terminated = Code(.terminated)
        /// The socket was closed before.
        public static let closed = Code(.closed)
        /// Out of turn: REQ must receive after it sent, REP must send after it received.
        public static let wrongState = Code(.wrongState)
        /// Nothing came within the time given.
        public static let timedOut = Code(.timedOut)
        /// A bounded queue is full.
        public static let queueFull = Code(.queueFull)
        /// Nobody there takes the message.
        public static let unreachable = Code(.unreachable)
        /// libzmq is older than ``Library/versionMin``.
        public static let libraryTooOld = Code(.libraryTooOld)
        /// libzmq was built without something needed.
        public static let capabilityMissing = Code(.capabilityMissing)
        /// A socket was used in a forked child: libzmq works in the process that made the context only.
        public static let wrongProcess = Code(.wrongProcess)
        /// Anything else: see ``ZeroMQError/errno``.
        public static let system = Code(.system)
    }

    public let code: Code
    /// What was being done, in words: `"bind"`, `"set the option maxMessageBytes"`.
    public let operation: String
    /// The endpoint, path or value it was done with, as given.
    public let subject: String?
    /// The C library's error number, 0 where the fault was found before any call.
    public let errno: Int32
    /// What to do about it, a sentence without its full stop.
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
    /// `cannot bind tcp://127.0.0.1:5560: Address already in use; stop what is bound there …`
    public var description: String {
        var text = "cannot \(operation)"
        if let subject { text += " \(subject)" }
        text += errno == 0 ? ": \(code)" : ": \(ZeroMQError.text(of: errno))"
        return text + "; \(remedy)"
    }

    /// libzmq's own words for its numbers, the C library's for the others.
    static func text(of number: Int32) -> String { String(cString: zmq_strerror(number)) }
}
