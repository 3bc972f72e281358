import CZeroMQ
import Glibc
import Synchronization
import Threading

/// libzmq's context: its I/O threads and every socket made in it. One a process.
///
/// It may be shared between threads; its sockets may not. Never `fork()` while one is alive: start child processes by
/// `posix_spawn`. The orderly end is: stop every ``SocketThread``, then ``terminate()``.
public final class Context: Sendable {
    /// libzmq says that a context "is thread safe and may be shared among as many application threads as necessary";
    /// the pointer itself never changes.
    nonisolated(unsafe) private let handle: UnsafeMutableRawPointer
    /// Whether `zmq_ctx_term` has been given the handle, after which nobody may use it any more.
    private let ended = Mutex(false)
    /// A forked child must not go on with sockets of its parent.
    let process: pid_t

    /// - Parameters:
    ///   - ioThreads: 1 does for some two million messages a second; more only take from the others on a small machine.
    ///   - socketsMax: Sockets that may be open at once, at least 1. libzmq's own default.
    public init(ioThreads: Int32 = 1, socketsMax: Int32 = 1023) throws(ZeroMQError) {
        try Library.check()
        var error: Int32 = 0
        guard let handle = cz_ctx_new(&error) else { throw ZeroMQError(result: error, "make a context") }
        self.handle = handle
        process = getpid()
        for (name, option, value) in [
            ("ioThreads", ZMQ_IO_THREADS, ioThreads), ("socketsMax", ZMQ_MAX_SOCKETS, socketsMax),
        ] {
            let result = cz_ctx_set(handle, option, value)
            if result < 0 {
                throw ZeroMQError(result: result, "set the context's \(name) to", subject: String(value))
            }
        }
    }

    /// Wakes every call that blocks on one of this context's sockets and makes it, and all later ones, fail with
    /// ``ZeroMQError/Code/terminated``. The sockets must still be closed. From any thread; does not block.
    public func shutdown() {
        ended.withLock { ended in
            if !ended { _ = cz_ctx_shutdown(handle) }
        }
    }

    /// Waits until every socket is closed and its linger over, then frees the context. Waits on a thread of its own:
    /// no thread of the cooperative pool is blocked.
    public func terminate() async {
        guard begin() else { return }
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            Context.end(handle) { continuation.resume() }
        }
    }

    /// Opens a socket, but never in a context that was freed.
    func openSocket(_ kind: any SocketKind.Type) throws(ZeroMQError) -> UnsafeMutableRawPointer {
        var error = Int32(ETERM)
        let socket = ended.withLock { ended in
            ended ? nil : SocketAddress(cz_socket(handle, kind.number, &error))
        }
        guard let pointer = socket?.pointer else { throw ZeroMQError(result: error, "make a \(kind.name) socket") }
        return pointer
    }

    /// Carries a new socket out of the lock, to the one thread that asked for it.
    private struct SocketAddress: @unchecked Sendable {
        let pointer: UnsafeMutableRawPointer?
        init(_ pointer: UnsafeMutableRawPointer?) { self.pointer = pointer }
    }

    deinit {
        // Sockets hold their context, so none is open; only lingering messages can keep it, which a thread waits out.
        if begin() { Context.end(handle) {} }
    }

    /// True for the one caller that may end the context.
    private func begin() -> Bool {
        ended.withLock { ended in
            defer { ended = true }
            return !ended
        }
    }

    private static func end(_ handle: UnsafeMutableRawPointer, then: @escaping @Sendable () -> Void) {
        let address = UInt(bitPattern: handle)
        let terminate = { @Sendable in
            guard let handle = UnsafeMutableRawPointer(bitPattern: address) else { return }
            for _ in 0..<Limits.interruptionsMax where cz_ctx_term(handle) != -EINTR { break }
            then()
        }
        do throws(ThreadingError) {
            try DetachedThread.start(name: "zmq-term", terminate)
        } catch {
            // Without a thread the caller waits: a context that is never freed would be worse.
            terminate()
        }
    }
}
