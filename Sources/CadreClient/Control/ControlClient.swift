import CadreContract
import CadreJSON
import ZeroMQ

/// Asks a daemon on its `control` socket. Source: CONTRACT § 6.
///
/// Whether a daemon is there is found out before the first request, and again and again while an answer is awaited, so
/// that its end is noticed within seconds, however long an answer may take. A daemon that was restarted meanwhile is
/// asked again: no call does more when it is made twice. "Busy" is waited out.
/// ```swift
/// let client = try ControlClient(bus, endpoint: DefaultEndpoint.control)
/// let outcomes = try await client.submit([event])
/// ```
public actor ControlClient {
    public nonisolated let endpoint: String

    private let requester: Requester
    private let presence: Duration
    private var lastID = 0
    /// How long the daemon that answered last had been up then; `nil` while none is known to be there.
    private var uptimeSeconds: Double?

    /// Connects with the first request.
    /// - Parameter presence: How long a daemon may take to say that it is there.
    public init(
        _ bus: ClientBus, endpoint: String, presence: Duration = ClientLimits.presence
    ) throws(ClientError) {
        let address = try ClientBus.endpoint(endpoint)
        self.endpoint = endpoint
        self.presence = presence
        let options = SocketOptions.with {
            $0.linger = .zero
            $0.maxMessageBytes = ClientLimits.answerBytesMax
            $0.ipv6 = address.isIPv6
        }
        requester = Requester(bus.context, on: bus.thread, to: address, options: options)
    }

    /// Carries out one method and gives its result as it came.
    /// - Parameter params: The request's `params`, an object.
    /// - Throws: `unreachable` where nobody is there, `refused` with what the daemon says.
    public func result(
        of method: ControlMethod, _ params: some JSONWritable & Sendable
    ) async throws(ClientError) -> JSONValue {
        let busyUntil = ContinuousClock.now + ClientLimits.busy
        var pause = ClientLimits.busyPauseMin
        var attempts = 0
        while true {
            if uptimeSeconds == nil { uptimeSeconds = try await ping() }
            switch try await ask(request(method, params), within: method.patience) {
            case .success(let result): return result
            case .failure(let error):
                guard error.code == .busy, ContinuousClock.now + pause < busyUntil else { throw .refused(error) }
                await Self.sleep(pause)
                pause = min(pause * 2, ClientLimits.busyPauseMax)
            case nil:
                attempts += 1
                guard attempts < ClientLimits.attemptsMax else { throw .unanswered(endpoint: endpoint) }
                uptimeSeconds = nil
            }
            if Task.isCancelled { throw .unanswered(endpoint: endpoint) }
        }
    }

    /// Ends the connection; a later request makes a new one.
    public func close() async {
        await requester.close()
        uptimeSeconds = nil
    }

    // MARK: One request

    private enum Turn: Sendable {
        case answered([UInt8])
        /// The daemon that had the request is gone, and another is there; or it has forgotten it.
        case lost
    }

    /// - Returns: `nil` where the request was lost: ask again.
    private func ask(
        _ request: [UInt8], within patience: Duration
    ) async throws(ClientError) -> Result<JSONValue, ControlError>? {
        let turn: Turn
        do {
            turn = try await withThrowingTaskGroup(of: Turn.self) { group in
                group.addTask { try await self.answer(to: request, within: patience) }
                group.addTask { try await self.untilAnotherIsThere() }
                defer { group.cancelAll() }
                return try await group.next() ?? .lost
            }
        } catch let error as ClientError {
            throw error
        } catch is CancellationError {
            throw .unanswered(endpoint: endpoint)
        } catch {
            throw .socket("\(error)")
        }
        guard case .answered(let bytes) = turn else { return nil }
        return try outcome(bytes)
    }

    private func outcome(_ bytes: [UInt8]) throws(ClientError) -> Result<JSONValue, ControlError> {
        do throws(AnswerFault) {
            return try ControlAnswer(reading: bytes).outcome
        } catch {
            throw .notUnderstood(endpoint: endpoint, detail: "\(error)")
        }
    }

    private nonisolated func answer(to request: [UInt8], within patience: Duration) async throws -> Turn {
        do {
            let message = try await requester.request([request], timeout: patience)
            return .answered(message.frames.last ?? [])
        } catch let error as ZeroMQError where error.code == .timedOut {
            return .lost
        } catch let error as ZeroMQError {
            throw ClientError(error)
        }
    }

    /// Returns when another daemon answers than the one that was there before.
    private func untilAnotherIsThere() async throws -> Turn {
        while true {
            try await Task.sleep(for: ClientLimits.presenceInterval)
            let uptime = try await ping()
            if let before = uptimeSeconds, uptime < before { return .lost }
            uptimeSeconds = uptime
        }
    }

    /// Whether a daemon is there.
    /// - Returns: How long it has been, in seconds. One that does not let this client see its status is there as well.
    private func ping() async throws(ClientError) -> Double {
        let message: Message
        do {
            message = try await requester.request([request(.nodeStatus, ControlCall.nodeStatus)], timeout: presence)
        } catch let error as ZeroMQError {
            guard error.code == .timedOut else { throw ClientError(error) }
            throw .unreachable(endpoint: endpoint, waited: presence)
        } catch {
            throw .unanswered(endpoint: endpoint)
        }
        switch try outcome(message.frames.last ?? []) {
        case .success(let status): return status["uptimeSeconds"]?.number?.double ?? 0
        case .failure: return 0
        }
    }

    private func request(_ method: ControlMethod, _ params: some JSONWritable) -> [UInt8] {
        lastID += 1
        var writer = JSONWriter(capacity: 256)
        writer.object {
            $0.member("jsonrpc", "2.0")
            $0.member("id", lastID)
            $0.member("method", method.rawValue)
            $0.member("params", params)
        }
        return writer.bytes
    }

    /// A cancelled pause ends early; what follows it notices.
    private static func sleep(_ duration: Duration) async {
        do { try await Task.sleep(for: duration) } catch {}
    }
}

extension ControlMethod {
    /// How long the daemon may take.
    fileprivate var patience: Duration {
        switch self {
        case .planDiff: ClientLimits.longAnswer
        case .eventSubmit, .estimateGet, .planGet, .planWhatIf, .planExplain, .journalRead, .nodeStatus:
            ClientLimits.answer
        }
    }
}
