import ZeroMQ

/// Publishes events to a daemon's `intake` without confirmation, as a nation's or a cell's publisher does.
///
/// The socket is an XPUB, which sends like a PUB and also receives the subscriptions. It can therefore wait for the
/// daemon instead of sending without a reader. It keeps unsent messages in memory while the connection exists. It
/// cannot confirm that the daemon accepted an event or stored it; use `event.submit` for that.
public actor EventPublisher {
    public nonisolated var unownedExecutor: UnownedSerialExecutor { bus.thread.asUnownedSerialExecutor() }
    public nonisolated let endpoint: String

    private struct Waiter {
        let topic: [UInt8]
        let continuation: CheckedContinuation<Bool, Never>
        let timeout: ScheduledCall
    }
    private let bus: ClientBus
    private let address: Endpoint
    private var socket: XPubSocket?
    private var prefixes: Set<[UInt8]> = []
    private var waiters: [Int: Waiter] = [:]
    private var lastWaiter = 0

    public init(_ bus: ClientBus, endpoint: String) throws(ClientError) {
        self.bus = bus
        self.endpoint = endpoint
        address = try ClientBus.endpoint(endpoint)
    }

    /// Connects the socket.
    public func start() throws(ClientError) {
        do throws(ZeroMQError) {
            let address = address
            let options = SocketOptions.with {
                // No bound: messages wait here for a slow daemon, whereas a bound would drop them silently.
                $0.sendHighWater = 0
                $0.linger = ClientLimits.publisherLinger
                $0.ipv6 = address.isIPv6
            }
            let socket = try XPubSocket(bus.context, options: options)
            try socket.connect(address)
            try bus.thread.register(socket, for: self, onReadable: { $0.readSubscriptions() }, onEnd: { $0.end() })
            self.socket = socket
        } catch {
            throw ClientError(error)
        }
    }

    /// Waits until a daemon subscribes to a topic.
    /// - Returns: Whether a subscription exists.
    public func isRead(_ topic: [UInt8], within timeout: Duration) async throws(ClientError) -> Bool {
        if isCovered(topic) { return true }
        lastWaiter += 1
        let number = lastWaiter
        let call: ScheduledCall
        do throws(ZeroMQError) {
            call = try bus.thread.after(timeout, for: self) { $0.answer(number, false) }
        } catch {
            throw ClientError(error)
        }
        return await withCheckedContinuation { continuation in
            waiters[number] = Waiter(topic: topic, continuation: continuation, timeout: call)
        }
    }

    /// Sends messages of two frames, topic and payload, as one burst.
    /// - Returns: The number of messages that had a reader; the others were dropped.
    public func publish(_ messages: [(topic: [UInt8], payload: [UInt8])]) throws(ClientError) -> Int {
        guard let socket else { return 0 }
        do throws(ZeroMQError) {
            try socket.refreshEvents()
            readSubscriptions()
            var sent = 0
            for (topic, payload) in messages {
                if isCovered(topic), try socket.send(topic, payload) == .sent { sent += 1 }
            }
            return sent
        } catch {
            throw ClientError(error)
        }
    }

    /// Closes the socket; sent messages leave while the bus is closed.
    public func close() {
        socket?.close()
        end()
    }

    private func isCovered(_ topic: [UInt8]) -> Bool {
        prefixes.contains { topic.starts(with: $0) }
    }

    private func readSubscriptions() {
        // An error here means that the context ended, which the thread reports as well.
        guard let socket, let turn = try? socket.receiveSubscriptions() else { return }
        for event in turn.events {
            switch event {
            case .subscribed(let prefix): prefixes.insert(prefix)
            case .unsubscribed(let prefix): prefixes.remove(prefix)
            }
        }
        for (number, waiter) in waiters where isCovered(waiter.topic) { answer(number, true) }
    }

    private func answer(_ number: Int, _ isRead: Bool) {
        guard let waiter = waiters.removeValue(forKey: number) else { return }
        waiter.timeout.cancel()
        waiter.continuation.resume(returning: isRead)
    }

    private func end() {
        for number in waiters.keys { answer(number, false) }
    }
}
