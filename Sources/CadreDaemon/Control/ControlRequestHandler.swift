import CadreContract
import CadreJSON
import CadreJournal
import CadrePlanning
import CadreRuntime
import Logging

/// Executes requests. It has no state; the components that it calls limit their own work. Source: CONTRACT § 6.
struct ControlRequestHandler: Sendable {
    let queue: SubmissionQueue
    let missions: MissionDirectory
    let questions: QuestionDesk
    let reader: JournalReader
    let health: NodeHealth
    /// Returns the current status and endpoints.
    let status: @Sendable () async -> NodeStatus.Answer
    let logger: Logger

    /// Executes a request.
    /// - Returns: The bytes of the answer, `nil` for a notification, and whether it is an error.
    func answer(_ request: ControlRequest) async -> (bytes: [UInt8]?, isError: Bool) {
        let id = request.id ?? .null
        do throws(ControlError) {
            let bytes = try await result(of: request.call, to: id)
            return (request.id == nil ? nil : bytes, false)
        } catch {
            logger.debug(
                "request refused",
                metadata: ["method": "\(request.call.method.rawValue)", "reason": "\(error.reason)"])
            return (request.id == nil ? nil : ControlAnswer.bytes(to: id, error: error), true)
        }
    }

    private func result(of call: ControlCall, to id: RequestID) async throws(ControlError) -> [UInt8] {
        switch call {
        case .eventSubmit(let params): Self.bytes(params, to: id, try await submit(params))
        case .estimateGet(let params): Self.bytes(params, to: id, try await questions.estimate(params))
        case .planGet(let params): Self.bytes(params, to: id, try await plan(params))
        case .planWhatIf(let params): Self.bytes(params, to: id, try await questions.whatIf(params))
        case .planDiff(let params): Self.bytes(params, to: id, try await questions.diff(params))
        case .planExplain(let params): Self.bytes(params, to: id, try await questions.explain(params))
        case .journalRead(let params): Self.bytes(params, to: id, try await journal(params))
        case .nodeStatus(let params): Self.bytes(params, to: id, await status())
        }
    }

    private static func bytes<Params: MethodParams>(
        _: Params, to id: RequestID, _ result: Params.Answer
    ) -> [UInt8] {
        ControlAnswer.bytes(to: id, of: Params.self, result: result)
    }

    private func submit(_ submit: EventSubmit) async throws(ControlError) -> EventSubmit.Answer {
        if let fault = health.state.faults[.journal] {
            logger.debug("submission refused", metadata: ["reason": "\(fault)"])
            throw ControlError(
                .internalError, reason: "the journal cannot be written; nothing was accepted",
                expected: "retry when the disk is writable")
        }
        let message = IncomingMessage(.events(submit.batch))
        var results = try await queue.submit([message], by: .control).get()
        // If the list could not be parsed, its rejection applies to each event.
        if results.count == 1, let only = results.first, submit.count > 1 {
            results = Array(repeating: only, count: submit.count)
        }
        return EventSubmit.Answer(results: results)
    }

    private func plan(_ get: PlanGet) async throws(ControlError) -> PlanGet.Answer {
        guard let mission = await missions.find(get.mission) else { throw .unknownMission }
        let current = await mission.current.current
            .filter { (get.kind ?? $0.key.kind) == $0.key.kind && (get.id ?? $0.key.id) == $0.key.id }
            .sorted { $0.key.precedes($1.key) }
        var entities: [PlanGet.Entity] = []
        entities.reserveCapacity(current.count)
        for start in stride(from: 0, to: current.count, by: DaemonLimits.standingRowsAtOnce) {
            let part = current[start..<min(start + DaemonLimits.standingRowsAtOnce, current.count)]
            for ((key, current), document) in zip(part, try await documents(part.map(\.value.sequence))) {
                entities.append(
                    PlanGet.Entity(
                        key: key, document: document, stamp: current.stamp, sequence: current.sequence))
            }
        }
        return PlanGet.Answer(entities: entities)
    }

    /// Returns the `data` of journaled events as received.
    private func documents(_ sequences: [Int]) async throws(ControlError) -> [[UInt8]] {
        do {
            let documents = try await reader.entries(at: sequences).compactMap { entry in
                try JSONValue(parsing: entry.bytes)["data"]?.source
            }
            guard documents.count == sequences.count else {
                throw ControlError(.internalError, reason: "a current event is not in the journal")
            }
            return documents
        } catch {
            throw failure(error)
        }
    }

    private func journal(_ read: JournalRead) async throws(ControlError) -> JournalRead.Answer {
        let query = JournalQuery(
            after: read.after, limit: read.limit, mission: read.mission?.text, source: read.source, epoch: read.epoch,
            sequences: read.sequences)
        do {
            let page = try await reader.page(query)
            let events = page.entries.map {
                JournalRead.JournaledEvent(
                    sequence: $0.sequence, received: $0.received, topic: $0.topic, event: $0.bytes)
            }
            return JournalRead.Answer(events: events, next: page.next, newest: page.newest)
        } catch {
            throw failure(error)
        }
    }

    private func failure(_ error: any Error) -> ControlError {
        if let error = error as? ControlError { return error }
        logger.error("reading the journal failed", metadata: ["error": "\(error)"])
        return ControlError(.internalError, reason: "the journal cannot be read", expected: "retry later")
    }
}

extension EntityKey {
    /// Returns whether the key precedes another one in the order of the contract's table, then of ids.
    fileprivate func precedes(_ other: EntityKey) -> Bool {
        guard kind == other.kind else {
            let kinds = EntityKind.allCases
            return (kinds.firstIndex(of: kind) ?? 0) < (kinds.firstIndex(of: other.kind) ?? 0)
        }
        return bytesPrecede(id, other.id)
    }
}
