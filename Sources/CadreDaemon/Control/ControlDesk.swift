import CadreContract
import CadreJSON
import CadreJournal
import CadrePlanning
import CadreRuntime
import Logging

/// Carries requests out. It keeps nothing: what it asks bounds itself. Source: CONTRACT § 6.
struct ControlDesk: Sendable {
    let queue: SubmissionQueue
    let missions: MissionDirectory
    let questions: QueryService
    let reader: JournalReader
    let health: NodeHealth
    /// The status data and endpoints, as they are now.
    let status: @Sendable () async -> NodeStatus
    let logger: Logger

    /// - Returns: `bytes` are `nil` for a notification: it is carried out, and nothing is said.
    func answer(_ request: ControlRequest) async -> (bytes: [UInt8]?, isError: Bool) {
        let bytes: [UInt8]
        var isError = false
        let id = request.id ?? .null
        do throws(ControlError) {
            switch request.call {
            case .eventSubmit(let submit): bytes = ControlAnswer.bytes(to: id, result: try await self.submit(submit))
            case .estimateGet(let get): bytes = ControlAnswer.bytes(to: id, result: try await questions.estimate(get))
            case .planGet(let get): bytes = ControlAnswer.bytes(to: id, result: try await plan(get))
            case .planWhatIf(let ask): bytes = ControlAnswer.bytes(to: id, result: try await questions.whatIf(ask))
            case .planDiff(let ask): bytes = ControlAnswer.bytes(to: id, result: try await questions.diff(ask))
            case .planExplain(let ask): bytes = ControlAnswer.bytes(to: id, result: try await questions.explain(ask))
            case .journalRead(let read): bytes = ControlAnswer.bytes(to: id, result: try await journal(read))
            case .nodeStatus: bytes = ControlAnswer.bytes(to: id, result: await status())
            }
        } catch {
            logger.debug(
                "request refused",
                metadata: ["method": "\(request.call.method.rawValue)", "reason": "\(error.reason)"])
            isError = true
            bytes = ControlAnswer.bytes(to: id, error: error)
        }
        return (request.id == nil ? nil : bytes, isError)
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
        // Where the whole list could not be taken apart, what is said of it holds for each.
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
        for start in stride(from: 0, to: current.count, by: DaemonLimits.currentRowsAtOnce) {
            let part = current[start..<min(start + DaemonLimits.currentRowsAtOnce, current.count)]
            for ((key, current), document) in zip(part, try await documents(part.map(\.value.sequence))) {
                entities.append(
                    PlanGet.Entity(
                        key: key, document: document, stamp: current.stamp, sequence: current.sequence))
            }
        }
        return PlanGet.Answer(entities: entities)
    }

    /// The `data` of journaled events, as it came.
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
    /// In the order of the contract's table, then of ids.
    fileprivate func precedes(_ other: EntityKey) -> Bool {
        guard kind == other.kind else {
            let kinds = EntityKind.allCases
            return (kinds.firstIndex(of: kind) ?? 0) < (kinds.firstIndex(of: other.kind) ?? 0)
        }
        return bytesPrecede(id, other.id)
    }
}
