import CadreContract
import CadreJSON

/// The methods, each with its own types.
extension ControlClient {
    /// Makes events durable.
    /// - Parameter events: The JSON of each; at most `ControlLimits.submittedEventsMax` of them, and at most
    ///   `ClientLimits.requestBytesMax` bytes. Each must be JSON: it is not checked here.
    /// - Returns: What became of each, in order.
    public func submit(_ events: [[UInt8]]) async throws(ClientError) -> [EventSubmit.Outcome] {
        guard !events.isEmpty else { return [] }
        let result = try await result(of: .eventSubmit, ControlCall.eventSubmit(EventSubmit(events: events)))
        let outcomes = try read { () throws(AnswerFault) in try EventSubmit.Answer(reading: result) }.results
        guard outcomes.count == events.count else {
            throw .notUnderstood(
                endpoint: endpoint, detail: "\(outcomes.count) results for \(events.count) events")
        }
        return outcomes
    }

    /// One estimate's data.
    public func estimate(_ request: EstimateRequest) async throws(ClientError) -> JSONValue {
        try await result(of: .estimateGet, request)
    }

    /// The documents that stand: `{entities: [...]}`.
    public func plan(_ request: PlanRequest) async throws(ClientError) -> JSONValue {
        try await result(of: .planGet, request)
    }

    /// A figure and the parts that it is the sum of, as the contract has it.
    public func explanation(_ request: ExplainRequest) async throws(ClientError) -> JSONValue {
        try await result(of: .planExplain, request)
    }

    /// What events would change, as the contract has it; nothing is kept of them.
    public func whatIf(_ request: WhatIfRequest) async throws(ClientError) -> JSONValue {
        try await result(of: .planWhatIf, request)
    }

    /// What changed between two states, and the events that did it, as the contract has it.
    public func diff(_ request: DiffRequest) async throws(ClientError) -> JSONValue {
        try await result(of: .planDiff, request)
    }

    /// A page of the daemon's journal.
    public func journal(_ request: JournalRead) async throws(ClientError) -> JournalRead.Answer {
        let result = try await result(of: .journalRead, ControlCall.journalRead(request))
        return try read { () throws(AnswerFault) in try JournalRead.Answer(reading: result) }
    }

    /// How the daemon is, and where it listens.
    public func status() async throws(ClientError) -> NodeStatus {
        let result = try await result(of: .nodeStatus, ControlCall.nodeStatus)
        return try read { () throws(AnswerFault) in try NodeStatus(reading: result) }
    }

    private func read<Answer>(_ reader: () throws(AnswerFault) -> Answer) throws(ClientError) -> Answer {
        do throws(AnswerFault) {
            return try reader()
        } catch {
            throw .notUnderstood(endpoint: endpoint, detail: "\(error)")
        }
    }
}
