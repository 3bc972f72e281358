import CadreJSON
import CadrePlanning

/// Reads messages into events, heads and rejections: all checks of the message itself, its topic and its sender.
/// `MissionAcceptance` checks time, identity and limits.
///
/// Checks run in the order of the reasons, and the first that fails gives the rejection (CONTRACT § 9). For any bytes,
/// every event of the message gives one reading, and nothing traps.
public struct EventReader: Sendable {
    public let limits: ContractLimits

    public init(limits: ContractLimits = ContractLimits()) {
        self.limits = limits
    }

    /// Reads one event, or a batch: a list of 1 to 1,000. Topic and sender are not checked.
    /// - Returns: One reading for each event in order, or one rejection of the whole message if it cannot be parsed:
    ///   `too-large` (also a batch of too many), `not-json`, `not-cloudevent` (also an empty batch).
    public func read(payload: [UInt8]) -> [Reading] {
        guard payload.count <= limits.messageBytesMax else {
            let expected =
                "a batch of at most \(limits.messageBytesMax) bytes, an event of at most \(limits.eventBytesMax)"
            return [.rejected(tooLarge(expected, payload))]
        }
        let json: JSONDocument
        do throws(JSONFault) {
            json = try JSONDocument(parsing: payload, depthMax: ContractLimits.batchDepthMax)
        } catch {
            return [.rejected(Rejection(.notJSON, expected: "JSON in UTF-8", detail: "\(error)", bytes: payload))]
        }
        guard json.kind(of: json.root) == .list else { return [readWithinLimits(json, json.root)] }
        var readings: [Reading] = []
        for node in json.elements(of: json.root) {
            guard readings.count < ContractLimits.batchEventsMax else {
                return [.rejected(tooLarge("a batch of at most \(ContractLimits.batchEventsMax) events", payload))]
            }
            readings.append(readWithinLimits(json, node))
        }
        if readings.isEmpty {
            let expected = "an event, or a list of 1 to \(ContractLimits.batchEventsMax)"
            let detail = "expected \(expected), found an empty list"
            return [.rejected(Rejection(.notCloudEvent, expected: expected, detail: detail, bytes: payload))]
        }
        return readings
    }

    /// Reads a message of the bus: as `read(payload:)`, then checks the topic and the sender of each event.
    /// - Parameters:
    ///   - topic: The first frame.
    ///   - refusal: Returns the reason why the sender may not send it (for `not-authorised`), or `nil` if it may.
    /// - Returns: As `read(payload:)`; one `malformed-frames` if the topic is too long or no UTF-8.
    public func read(
        topic: [UInt8], payload: [UInt8], refusal: (Reading) -> String? = { _ in nil }
    ) -> [Reading] {
        guard payload.count <= limits.messageBytesMax else { return read(payload: payload) }
        do throws(Rejection) {
            let topic = try Topic.reading(topic, payload: payload)
            return read(payload: payload).map { validate($0, topic: topic, refusal: refusal) }
        } catch {
            return [.rejected(error)]
        }
    }

    private func tooLarge(_ expected: String, _ payload: [UInt8]) -> Rejection {
        Rejection(
            .tooLarge, expected: expected, detail: "expected \(expected), found more (\(payload.count) bytes)",
            bytes: payload)
    }

    // MARK: One event

    /// Reads one event, or rejects it if it is too large or too deep; the other events of a batch are read.
    private func readWithinLimits(_ json: JSONDocument, _ node: JSONDocument.Node) -> Reading {
        let bytes = json.byteCount(of: node)
        guard bytes <= limits.eventBytesMax else {
            let expected = "an event of at most \(limits.eventBytesMax) bytes"
            return .rejected(
                Rejection(
                    .tooLarge, MemberFault("event", expected: expected, found: "\(bytes)"), salvaging: json, node))
        }
        guard json.depth <= ContractLimits.jsonDepthMax || json.depth(of: node) <= ContractLimits.jsonDepthMax else {
            let expected = "lists and objects nested at most \(ContractLimits.jsonDepthMax) deep"
            return .rejected(
                Rejection(.notJSON, MemberFault("event", expected: expected, found: "more"), salvaging: json, node))
        }
        return read(json, node)
    }

    func read(_ json: JSONDocument, _ node: JSONDocument.Node) -> Reading {
        let envelope: EventEnvelope
        do throws(MemberFault) {
            guard json.kind(of: node) == .object else { throw json.fault(node, expected: "an object").within("event") }
            envelope = try EventEnvelope.table.read(json, node)
        } catch {
            let isEncoded = error.path == "data" && json.member("data_base64", of: node) != nil
            let fault = isEncoded ? MemberFault("data", expected: "an object as JSON", found: "data_base64") : error
            return .rejected(Rejection(.notCloudEvent, fault, salvaging: json, node))
        }
        guard let type = envelope.type else {
            let fault = MemberFault(
                "type", expected: "a type of the contract, such as cadre.pledge.recorded.v1", found: "another")
            return .rejected(Rejection(.unknownType, fault, salvaging: json, node))
        }
        do throws(MemberFault) {
            guard let table = EventTable.of(type) else {
                let head = try Form.object(SourceHead.Content.table).read(json, envelope.data)
                return .head(SourceHead(envelope, head, bytes: json.source(of: node)))
            }
            let stamp = Stamp(time: envelope.time, id: envelope.id, source: envelope.source)
            let event = try table.read(json, envelope.data, stamp)
            // Also in unknown members: some readers of JSON make infinity of it, and write it as no JSON.
            guard !json.hasInfiniteNumber(in: node) else {
                throw MemberFault("event", expected: "numbers up to 1.8e308", found: "a greater one")
            }
            return .event(
                ReceivedEvent(
                    event: event, type: type.rawValue,
                    sourceSequence: envelope.sequence, epoch: envelope.epoch, bytes: json.source(of: node)))
        } catch {
            return .rejected(Rejection(.schema, error, salvaging: json, node, type: type))
        }
    }
}

extension Rejection {
    /// Creates the rejection of an invalid event, with the members that can be read nevertheless.
    fileprivate init(
        _ reason: RejectionReason, _ fault: MemberFault, salvaging json: JSONDocument, _ node: JSONDocument.Node,
        type: EventType? = nil
    ) {
        func short(_ name: StaticString) -> String? {
            guard let member = json.member(name, of: node), let scalars = json.scalarCount(member), scalars >= 1,
                scalars <= ContractLimits.textScalarsMax
            else { return nil }
            return json.text(member)
        }
        let mission = json.member("data", of: node).flatMap { json.member("mission", of: $0) }.flatMap { member in
            json.withText(member, Identifier.isMission) == true ? json.text(member) : nil
        }
        // The envelope of a head has no number: a head is not among the events of its source.
        let isHead = json.member("type", of: node).map { json.isText($0, "cadre.source.head.v1") } ?? false
        let number = isHead ? nil : json.member("sequence", of: node).flatMap { json.sequence($0) }
        let sequence = number.flatMap { $0 > 0 ? $0 : nil }
        self.init(
            reason, member: fault.path, expected: fault.expected, detail: fault.detail, source: short("source"),
            id: short("id"), mission: mission.map { ID($0) }, sourceSequence: sequence, epoch: short("epoch") ?? "",
            bytes: json.source(of: node), type: type)
    }
}
