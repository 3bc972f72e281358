import CZeroMQ
import Synchronization

/// Numbers the monitors of this process, since each needs a name of its own within its context.
private let monitorNumber = Atomic<UInt64>(0)

extension SocketThread {
    /// Tells of a socket's connections for as long as it is open. Begin before binding or connecting, so that nothing
    /// is missed; one monitor a socket.
    ///
    /// libzmq's I/O thread waits for whoever does not take the events, and with it the whole context: so they are taken
    /// here, in every turn of the loop, at most ``Limits/eventsPerTurnMax`` of them, and without a high-water mark.
    /// - Parameter onEvents: The events of a turn, in their order; never empty.
    public func monitor<Kind, Owner: Actor>(
        _ socket: Socket<Kind>, for owner: isolated Owner,
        onEvents: @escaping @Sendable (isolated Owner, [MonitorEvent]) -> Void
    ) throws(ZeroMQError) {
        let loop = try ownLoop("monitor")
        let pair = try socket.core.startMonitor()
        let registration = Registration(.socket(pair), loop: loop)
        let batch = MessageBatch(messagesMax: Limits.eventsPerTurnMax, framesKeptMax: 2)
        registration.onReadable = { [weak owner] in
            // An error here is the context's end, which the poll is about to tell.
            _ = try? pair.receive(into: batch, messagesMax: batch.messagesMax, bytesMax: Limits.batchBytesMax)
            var events: [MonitorEvent] = []
            batch.forEach { message in
                if let event = MonitorEvent(message) { events.append(event) }
            }
            batch.removeAll()
            if !events.isEmpty { owner?.assumeIsolated { onEvents($0, events) } }
        }
        loop.add(registration)
    }
}

extension SocketCore {
    /// Makes libzmq report, and opens our end of it, which the socket closes after itself.
    func startMonitor() throws(ZeroMQError) -> SocketCore {
        let handle = try opened("monitor")
        guard monitor == nil else {
            throw ZeroMQError(
                .wrongState, "monitor", subject: "a \(kind.name) socket twice", remedy: "share the first monitor")
        }
        let number = monitorNumber.wrappingAdd(1, ordering: .relaxed).newValue
        let endpoint = try Endpoint.inproc("zmq-monitor-\(number)")
        try check("monitor", subject: "a \(kind.name) socket") {
            cz_monitor(handle, endpoint.description, MonitorEvent.mask)
        }
        do {
            let options = SocketOptions.with {
                $0.receiveHighWater = 0  // before connecting: libzmq's side sends with a blocking call
                $0.linger = .zero
            }
            let pair = try SocketCore(Pattern.PAIR.self, context: context, options: options)
            try pair.connect(endpoint)
            monitor = pair
            return pair
        } catch {
            _ = cz_monitor(handle, nil, 0)
            throw error
        }
    }
}
