import CadreContract
import CadreJSON
import ZeroMQ

/// A client of a daemon's `control` socket. Source: CONTRACT § 6.
///
/// It checks that a daemon answers before the first request, and repeatedly while it waits for an answer, so that it
/// notices the end of a daemon within seconds, however long an answer may take. It repeats a request to a daemon that
/// was restarted meanwhile: every method has the same effect if it is executed twice. It retries while a daemon is busy.
/// ```swift
/// let client = try ControlClient(bus, endpoint: DefaultEndpoint.control)
/// let outcomes = try await client.submit([event])
/// let plan = try await client.answer(to: PlanGet(mission: ID("ntm-i")))
/// ```
public actor ControlClient {
    public nonisolated let endpoint: String

    private let requester: Requester
    private let presence: Duration
    private var lastID = 0
    /// The uptime of the daemon when it answered last, or `nil` while no daemon is known to run.
    private var uptimeSeconds: Double?

    /// Creates a client, which connects with the first request.
    /// - Parameter presence: The time within which a daemon must answer a check.
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

    /// Executes a method.
    /// - Returns: The result, by the types of the contract.
    /// - Throws: `unreachable` if no daemon answers, `refused` with the daemon's error, `notUnderstood` if the result does
    ///   not have the form of the contract.
    public func answer<Params: MethodParams>(to params: Params) async throws(ClientError) -> Params.Answer {
        try await received(for: params).answer
    }

    /// Executes a method.
    /// - Returns: The result by the types of the contract, and as received.
    /// - Throws: As `answer(to:)`.
    public func received<Params: MethodParams>(
        for params: Params
    ) async throws(ClientError) -> ReceivedAnswer<Params.Answer> {
        let result = try await result(of: params)
        do throws(AnswerFault) {
            return ReceivedAnswer(answer: try Params.answer(reading: result), result: result)
        } catch {
            throw .notUnderstood(endpoint: endpoint, detail: "\(error)")
        }
    }

    /// Executes a method.
    /// - Returns: The result as received.
    /// - Throws: `unreachable` if no daemon answers, `refused` with the daemon's error.
    public func result<Params: MethodParams>(of params: Params) async throws(ClientError) -> JSONValue {
        let busyUntil = ContinuousClock.now + ClientLimits.busy
        var pause = ClientLimits.busyPauseMin
        var attempts = 0
        while true {
            if uptimeSeconds == nil { uptimeSeconds = try await ping() }
            switch try await ask(request(params), within: Params.method.patience) {
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

    /// Ends the connection; a later request opens a new one.
    public func close() async {
        await requester.close()
        uptimeSeconds = nil
    }

    // MARK: One request

    private enum Exchange: Sendable {
        case answered([UInt8])
        /// The daemon that received the request ended, and another one answers; or no answer arrived in time.
        case lost
    }

    /// Sends a request and waits for its answer.
    /// - Returns: The outcome, or `nil` if the request was lost and must be repeated.
    private func ask(
        _ request: [UInt8], within patience: Duration
    ) async throws(ClientError) -> Result<JSONValue, ControlError>? {
        let exchange: Exchange
        do {
            exchange = try await withThrowingTaskGroup(of: Exchange.self) { group in
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
        guard case .answered(let bytes) = exchange else { return nil }
        return try outcome(bytes)
    }

    private func outcome(_ bytes: [UInt8]) throws(ClientError) -> Result<JSONValue, ControlError> {
        do throws(AnswerFault) {
            return try ControlAnswer(reading: bytes).outcome
        } catch {
            throw .notUnderstood(endpoint: endpoint, detail: "\(error)")
        }
    }

    private nonisolated func answer(to request: [UInt8], within patience: Duration) async throws -> Exchange {
        do {
            let message = try await requester.request([request], timeout: patience)
            return .answered(message.frames.last ?? [])
        } catch let error as ZeroMQError where error.code == .timedOut {
            return .lost
        } catch let error as ZeroMQError {
            throw ClientError(error)
        }
    }

    /// Returns when a different daemon answers than before.
    private func untilAnotherIsThere() async throws -> Exchange {
        while true {
            try await Task.sleep(for: ClientLimits.presenceInterval)
            let uptime = try await ping()
            if let before = uptimeSeconds, uptime < before { return .lost }
            uptimeSeconds = uptime
        }
    }

    /// Checks that a daemon answers.
    /// - Returns: The uptime in seconds, or 0 if the daemon does not permit this client to read its status.
    private func ping() async throws(ClientError) -> Double {
        let message: Message
        do {
            message = try await requester.request([request(NodeStatus())], timeout: presence)
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

    private func request(_ params: some MethodParams) -> [UInt8] {
        lastID += 1
        return params.request(id: RequestID(lastID))
    }

    /// Sleeps; a cancelled task wakes early, and its next step notices the cancellation.
    private static func sleep(_ duration: Duration) async {
        do { try await Task.sleep(for: duration) } catch {}
    }
}

extension ControlMethod {
    /// The time within which the daemon must answer.
    fileprivate var patience: Duration {
        switch self {
        case .planDiff: ClientLimits.longAnswer
        case .eventSubmit, .estimateGet, .planGet, .planWhatIf, .planExplain, .journalRead, .nodeStatus:
            ClientLimits.answer
        }
    }
}
