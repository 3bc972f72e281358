import CZeroMQ
import Glibc

/// An eventfd in the poll set: whoever has work for the thread rings it.
final class WakeUp: Sendable {
    let descriptor: Int32

    init() throws(ZeroMQError) {
        let result = cz_eventfd()
        if result < 0 { throw ZeroMQError(result: result, "make an eventfd") }
        descriptor = result
    }

    /// Makes the poll return. EAGAIN means that the counter is at its top: then it is rung already.
    func ring() { _ = cz_eventfd_signal(descriptor) }
    /// By the thread, once the poll has returned.
    func clear() { _ = cz_eventfd_clear(descriptor) }

    deinit { close(descriptor) }
}
