import CZeroMQ
import Glibc

extension SocketCore {
    /// Sends a message frame by frame without waiting. One is made for each message:
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

        /// Empties the frame when libzmq takes it.
        mutating func add(_ frame: borrowing Frame, last: Bool) throws(ZeroMQError) {
            let handle = handle
            let message = frame.message
            try add(last: last) { flags in cz_msg_send(message, handle, flags) }
        }

        private mutating func add(last: Bool, _ call: (Int32) -> Int32) throws(ZeroMQError) {
            defer { added += 1 }
            // A refused first frame means that nothing of the message is sent; a later one depends on the type.
            if outcome != .sent && (refusedFirst || core.kind.rest == .keepBack) { return }
            let flags = last ? ZMQ_DONTWAIT : ZMQ_DONTWAIT | ZMQ_SNDMORE
            var result = call(flags)
            var attempts = 1
            while result == -EINTR && attempts < Limits.interruptionsMax {
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

    /// Asks for the events after as many messages as one burst may have: half the high-water mark, since credit comes
    /// back in steps of that size. Without it libzmq reads its commands once a millisecond only, and drops meanwhile.
    func refreshBeforePublishing() throws(ZeroMQError) {
        if sentSinceRefresh >= burstMax { _ = try events() }
        sentSinceRefresh += 1
    }

    var burstMax: Int { options.sendHighWater == 0 ? Int.max : Swift.max(1, Int(options.sendHighWater) / 2) }
}
