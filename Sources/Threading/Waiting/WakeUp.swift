import CThreading
import Glibc

/// A wake-up of a thread that waits: an eventfd. Any thread may signal it. Source: eventfd(2).
public final class WakeUp: Sendable {
    /// The descriptor for a poll set: readable from a signal until ``clear()``.
    public let descriptor: Int32

    public init() throws(ThreadingError) {
        let result = ct_eventfd()
        if result < 0 { throw ThreadingError("make an eventfd", errno: -result) }
        descriptor = result
    }

    deinit { close(descriptor) }

    /// Ends the current wait, or the next one if no thread waits.
    public func signal() {
        // EAGAIN means that the counter is at its maximum: the signal is there already.
        _ = ct_eventfd_signal(descriptor)
    }

    /// Removes all signals. Called by a thread that waits in another poll.
    public func clear() { _ = ct_eventfd_clear(descriptor) }

    /// Blocks the calling thread until a signal arrives, and removes it.
    ///
    /// May return early: after a handler of a signal of the process ran on this thread.
    /// - Parameters:
    ///   - other: A second descriptor that ends the wait when it becomes readable; it is not read.
    ///   - deadline: The end of the wait, or `nil` for none.
    public func wait(orReadable other: Int32? = nil, until deadline: ContinuousClock.Instant? = nil) {
        var descriptors = [descriptor, other].compactMap { $0 }
            .map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        let timeout = deadline.map { ContinuousClock.now.duration(to: $0).millisecondsRoundedUp } ?? -1
        _ = poll(&descriptors, nfds_t(descriptors.count), timeout)
        clear()
    }
}
