import CZeroMQ
import Glibc

extension SocketCore {
    /// A message that is sent frame by frame without blocking. Each value sends one message:
    /// `var outgoing = Outgoing(core); try outgoing.add(…, last: false); try outgoing.add(…, last: true)`.
    struct Outgoing: ~Copyable {
        private let core: SocketCore
        private let handle: UnsafeMutableRawPointer
        private var added = 0
        private(set) var outcome = SendOutcome.sent

        init(_ core: SocketCore) throws(ZeroMQError) {
            self.core = core
            handle = try core.opened("send")
        }

        mutating func add(_ bytes: UnsafeRawBufferPointer, last: Bool) throws(ZeroMQError) {
            let handle = handle
            try add(last: last) { flags in cz_send(handle, bytes.baseAddress, bytes.count, flags) }
        }

        mutating func add(_ bytes: [UInt8], last: Bool) throws(ZeroMQError) {
            let handle = handle
            try add(last: last) { flags in
                bytes.withUnsafeBytes { cz_send(handle, $0.baseAddress, $0.count, flags) }
            }
        }

        /// Sends a frame without a copy. The frame is empty afterwards if libzmq accepted it.
        mutating func add(_ frame: borrowing Frame, last: Bool) throws(ZeroMQError) {
            let handle = handle
            let message = frame.message
            try add(last: last) { flags in cz_msg_send(message, handle, flags) }
        }

        private mutating func add(last: Bool, _ call: (Int32) -> Int32) throws(ZeroMQError) {
            defer { added += 1 }
            // If the first frame is refused, the message is not sent at all; after a later one, it depends on the type.
            if outcome != .sent && (refusedFirst || core.kind.remainder == .withhold) { return }
            let flags = last ? ZMQ_DONTWAIT : ZMQ_DONTWAIT | ZMQ_SNDMORE
            var result = call(flags)
            var attempts = 1
            while result == -EINTR && attempts < ZeroMQLimits.interruptionsMax {
                result = call(flags)
                attempts += 1
            }
            if result >= 0 { return }
            switch result {
            case -EAGAIN: outcome = .full
            case -EHOSTUNREACH: outcome = .unreachable
            default: throw ZeroMQError(result: result, "send", subject: "on a \(core.kind.name) socket")
            }
            if added == 0 { refusedFirst = true }
        }
        private var refusedFirst = false
    }

    /// Reads the socket's events once per ``burstMax`` messages: half the high-water mark, the size of the steps in
    /// which peers return credit.
    ///
    /// Otherwise libzmq processes its commands only once per millisecond, and drops messages until then.
    func refreshBeforePublishing() throws(ZeroMQError) {
        if sentSinceRefresh >= burstMax { _ = try events() }
        sentSinceRefresh += 1
    }

    /// The number of messages to publish between two reads of the events.
    var burstMax: Int { options.sendHighWater == 0 ? Int.max : Swift.max(1, Int(options.sendHighWater) / 2) }
}
