import CadreContract

extension ControlClient {
    /// Makes events durable.
    /// - Parameter events: The JSON of each, which is not checked here; at most `ControlLimits.submittedEventsMax` of them,
    ///   and at most `ClientLimits.requestBytesMax` bytes.
    /// - Returns: The outcome of each event, in order.
    public func submit(_ events: [[UInt8]]) async throws(ClientError) -> [EventSubmit.Outcome] {
        guard !events.isEmpty else { return [] }
        let outcomes = try await answer(to: EventSubmit(events: events)).results
        guard outcomes.count == events.count else {
            throw .notUnderstood(
                endpoint: endpoint, detail: "\(outcomes.count) results for \(events.count) events")
        }
        return outcomes
    }
}
