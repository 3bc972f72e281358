import CZeroMQ
import Glibc
import Synchronization
import Threading

/// libzmq's context: its I/O threads and every socket created in it. One per process.
///
/// It may be shared between threads; its sockets may not. Never call `fork()` while a context exists: start child
/// processes by `posix_spawn`. For a graceful shutdown, stop every ``SocketThread``, then call ``terminate()``.
public final class Context: Sendable {
    /// libzmq says that a context "is thread safe and may be shared among as many application threads as necessary";
    /// the pointer itself never changes.
    nonisolated(unsafe) private let handle: UnsafeMutableRawPointer
    /// Whether `zmq_ctx_term` was called, or is about to be: after it no call may use the handle.
    private let isTerminated = Mutex(false)
    /// The process that created the context. A forked child must not use the sockets of its parent.
    let process: pid_t

    /// Creates a context.
    /// - Parameters:
    ///   - ioThreads: The number of I/O threads. One handles some two million messages per second; on a small machine,
    ///     more only compete with the other threads.
    ///   - socketsMax: The maximum number of open sockets, at least 1. The default is libzmq's own.
    /// - Throws: ``ZeroMQError/Code/libraryTooOld``, or the error for an argument that libzmq refuses.
    public init(ioThreads: Int32 = 1, socketsMax: Int32 = 1023) throws(ZeroMQError) {
        try Library.check()
        var error: Int32 = 0
        guard let handle = cz_ctx_new(&error) else { throw ZeroMQError(result: error, "create a context") }
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

    /// Makes all calls on this context's sockets fail with ``ZeroMQError/Code/terminated``, also those that block now.
    ///
    /// The sockets must still be closed. May be called from any thread; does not block.
    public func shutdown() {
        isTerminated.withLock { isTerminated in
            if !isTerminated { _ = cz_ctx_shutdown(handle) }
        }
    }

    /// Waits until every socket is closed and its linger period over, then frees the context.
    ///
    /// It waits on a dedicated thread, so that no thread of the cooperative pool is blocked.
    public func terminate() async {
        guard claimTermination() else { return }
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            Context.free(handle) { continuation.resume() }
        }
    }

    /// Opens a socket, unless the context is terminated.
    /// - Parameters:
    ///   - type: libzmq's number for the socket type.
    ///   - name: The name of the socket type, for the error.
    func openSocket(type: Int32, name: String) throws(ZeroMQError) -> UnsafeMutableRawPointer {
        var error = Int32(ETERM)
        let socket = isTerminated.withLock { isTerminated in
            isTerminated ? nil : SocketAddress(cz_socket(handle, type, &error))
        }
        guard let pointer = socket?.pointer else { throw ZeroMQError(result: error, "create a \(name) socket") }
        return pointer
    }

    /// A new socket, returned from the lock to the thread that opened it. Unchecked, because no other thread uses it
    /// yet.
    private struct SocketAddress: @unchecked Sendable {
        let pointer: UnsafeMutableRawPointer?
        init(_ pointer: UnsafeMutableRawPointer?) { self.pointer = pointer }
    }

    deinit {
        // Sockets retain their context, so none is open; a thread waits for lingering messages.
        if claimTermination() { Context.free(handle) {} }
    }

    /// Returns whether the caller is the first, and thus the one that must free the context.
    private func claimTermination() -> Bool {
        isTerminated.withLock { isTerminated in
            defer { isTerminated = true }
            return !isTerminated
        }
    }

    private static func free(_ handle: UnsafeMutableRawPointer, then completion: @escaping @Sendable () -> Void) {
        let address = UInt(bitPattern: handle)
        let terminate = { @Sendable in
            guard let handle = UnsafeMutableRawPointer(bitPattern: address) else { return }
            for _ in 0..<ZeroMQLimits.interruptionsMax where cz_ctx_term(handle) != -EINTR { break }
            completion()
        }
        do throws(ThreadingError) {
            try DetachedThread.start(name: "zmq-term", terminate)
        } catch {
            // Without a thread the caller waits: a context that is never freed would be worse.
            terminate()
        }
    }
}
