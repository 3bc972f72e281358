import CadreContract
import CadreJSON
import CadrePlanning

// Conversion of validated rows to events: their time, their ids, and the entities missing from the sheets.
extension SheetImport {
    /// Returns the effect of all sheets.
    /// - Parameter endingMissing: Whether entities are ended that the same source set and that no sheet names. None is
    ///   ended if a row is invalid: it may be the missing one.
    public func finished(endingMissing: Bool = false) -> ImportPlan {
        var plan = ImportPlan()
        plan.problems = problems
        plan.warnings = warnings
        plan.wrongRows = wrongRows
        let absent = absent()
        let missing = absent.filter { $0.stamp.source == setting.source }
        plan.missing = missing.map(\.key.id)
        plan.others = absent.filter { $0.stamp.source != setting.source }.map(\.key.id)
        let ended = endingMissing && wrongRows == 0 ? missing.compactMap(ending) : []

        let superseded = rows.compactMap { $0.verdict == .unchanged ? nil : $0.before } + ended.map(\.entity)
        let time = time(after: superseded.map(\.stamp.time))
        plan.time = time.text
        for row in rows {
            if let late = late(row, time) {
                plan.problems.append(late)
                plan.wrongRows += 1
                continue
            }
            let event = row.verdict == .unchanged ? [] : event(row.id, row.data, row.before, time)
            plan.entries.append(
                ImportPlan.Entry(id: row.id, file: row.file, line: row.line, verdict: row.verdict, event: event))
        }
        for (entity, data) in ended {
            plan.entries.append(
                ImportPlan.Entry(
                    id: entity.key.id, file: nil, line: nil, verdict: .ended,
                    event: event(entity.key.id, data, entity, time)))
        }
        plan.warnings += unknownNames(plan)
        plan.clockMove = clockMove(plan, time)
        return plan
    }

    // MARK: Time

    /// Returns the time of all events: the requested time; else the time of the mission's clock, so that an import does
    /// not move it, or now if the clock is live. It is always later than the events that they supersede.
    private func time(after superseded: [Instant]) -> Instant {
        if let time = setting.time.flatMap({ TimeGrammar.instant($0) }) { return time }
        let now = TimeGrammar.instant(setting.now) ?? Instant(seconds: 0)
        var time = now
        if let current = setting.current, !current.isLive, let clock = current.clock { time = min(now, clock) }
        guard let latest = superseded.max(), !(latest < time) else { return time }
        return latest.next
    }

    /// Returns a problem if the given time is too early: the event would change nothing.
    private func late(_ row: Row, _ time: Instant) -> SheetProblem? {
        guard row.verdict != .unchanged, let stamp = row.before?.stamp, !(stamp.time < time) else { return nil }
        return SheetProblem(
            file: row.file, line: row.line, column: row.column, member: setting.kind.idMember,
            expected: "a time of the import after \(stamp.time.text), the time of the current event", found: time.text)
    }

    private func clockMove(_ plan: ImportPlan, _ time: Instant) -> (from: String, to: String)? {
        guard let current = setting.current, setting.kind.entity.topicKind == .plan, !plan.events.isEmpty,
            !current.isLive, current.isClockMovedByPlanEvents, let clock = current.clock, clock < time
        else { return nil }
        return (clock.text, time.text)
    }

    // MARK: Events

    private func event(_ id: String, _ data: [UInt8], _ before: PlanGet.Entity?, _ time: Instant) -> [UInt8] {
        let known: EventID.Before =
            setting.current == nil ? .unknown(on: time.day) : before.map { .event($0.stamp) } ?? .nothing
        let eventID = EventID.id(setting.kind, id, data: data, before: known)
        return EventDraft(type: setting.kind.type, source: setting.source, id: eventID, time: time.text, data: data)
            .bytes
    }

    // MARK: Missing entities

    /// Returns the current entities that have not ended and that no row names.
    private func absent() -> [PlanGet.Entity] {
        guard let current = setting.current, !hasRowsWithoutID else { return [] }
        return current.entities(of: setting.kind.entity).filter { entity in
            guard places[entity.key.id] == nil else { return false }
            guard let ending = setting.kind.ending, let data = try? JSONValue(parsing: entity.document) else {
                return true
            }
            return !ending.ended.contains(setting.kind.cells(of: data)[ending.member] ?? "")
        }
    }

    /// Returns the document that ends an entity: the current one with one member changed. `nil` if its kind cannot end.
    private func ending(_ entity: PlanGet.Entity) -> (entity: PlanGet.Entity, data: [UInt8])? {
        guard let ending = setting.kind.ending, let members = try? JSONValue(parsing: entity.document).members else {
            return nil
        }
        var writer = JSONWriter(capacity: entity.document.count + 16)
        writer.object { object in
            for member in members where member.name != ending.member {
                object.name(member.name)
                object.raw(member.value.source)
            }
            object.name(ending.member)
            object.raw(ending.json.utf8)
        }
        return (entity, writer.bytes)
    }
}

extension Instant {
    /// The next whole microsecond.
    fileprivate var next: Instant {
        let digits = (fraction + "000000").prefix(6)
        let microseconds = (Int(digits) ?? 0) + 1
        guard microseconds < 1_000_000 else { return Instant(seconds: seconds + 1) }
        let text = String(microseconds)
        return Instant(seconds: seconds, fraction: String(repeating: "0", count: 6 - text.count) + text)
    }
}
