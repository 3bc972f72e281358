import CadreContract
import CadreExchange
import CadreJSON
import CadreReports

/// The report of an import, as text or JSON.
struct ImportReport {
    let plan: ImportPlan
    let kind: SheetKind
    let mission: String
    let source: String

    /// Prints problems and warnings on standard error.
    func complain() {
        for warning in plan.warnings { Console.complain("warning: " + Printable.text(warning.text)) }
        for problem in plan.problems { Console.complain(Printable.text(problem.text)) }
        if let (from, to) = plan.clockMove {
            Console.complain("warning: --time moves the mission's clock from \(from) to \(to)")
        }
    }

    func print(asJSON: Bool, outcome: String, submission: ImportSubmission? = nil) throws(CommandFailure) {
        if asJSON {
            try Console.write(json(submission) + [UInt8(ascii: "\n")])
            return
        }
        try Console.print([table])
        try Console.print(counts)
        try Console.print(outcome)
    }

    private var counts: String {
        let ended = plan.count { $0 == .ended }
        let parts = [
            "\(plan.count { $0 == .new }) new", "\(plan.count(\.isChange)) changed",
            "\(plan.count { $0 == .unchanged }) unchanged", "\(plan.missing.count) missing from the sheet",
            ended > 0 ? "\(ended) of these ended" : nil,
            plan.others.isEmpty ? nil : "\(plan.others.count) more by other sources", "\(plan.wrongRows) rows wrong",
        ]
        return parts.compactMap(\.self).joined(separator: ", ") + "; dated \(plan.time)"
    }

    private var table: Table {
        var table = Table(
            "\(kind.rawValue) of \(mission)", [.init("what"), .init("id"), .init("change"), .init("where")])
        for entry in plan.entries {
            switch entry.verdict {
            case .unchanged: continue
            case .new: table.add(["new", entry.id, "", entry.place])
            case .changed(let changes):
                table.add(["changed", entry.id, changes.map(\.text).joined(separator: "; "), entry.place])
            case .ended: table.add(["ended", entry.id, "not in the sheet any more", ""])
            }
        }
        let ended = Set(plan.entries.filter { $0.verdict == .ended }.map(\.id))
        for id in plan.missing where !ended.contains(id) {
            table.add(["missing", id, "in the plan, not in the sheet", ""])
        }
        return table
    }

    private func json(_ submission: ImportSubmission?) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { object in
            object.member("mission", mission)
            object.member("kind", kind.rawValue)
            object.member("source", source)
            object.member("time", plan.time)
            object.member("new", plan.entries.filter { $0.verdict == .new }.map(\.id))
            object.member("changed") { value in
                value.object { object in
                    for entry in plan.entries {
                        guard case .changed(let changes) = entry.verdict else { continue }
                        object.member(entry.id) { $0.write(changes) }
                    }
                }
            }
            object.member("unchanged", plan.count { $0 == .unchanged })
            object.member("missing", plan.missing)
            object.member("others", plan.others)
            object.member("ended", plan.entries.filter { $0.verdict == .ended }.map(\.id))
            object.member("wrongRows", plan.wrongRows)
            object.member("problems") { $0.write(plan.problems) }
            object.member("warnings") { $0.write(plan.warnings) }
            guard let submission else { return }
            object.member("submitted") { value in
                value.object {
                    $0.member("accepted", submission.accepted)
                    $0.member("superseded", submission.superseded)
                    $0.member("duplicate", submission.duplicate)
                    $0.member("rejected", submission.rejected)
                }
            }
        }
        return writer.bytes
    }
}

extension JSONWriter {
    fileprivate mutating func write(_ changes: [ImportPlan.Change]) {
        object { object in
            for change in changes {
                object.member(change.member) { value in
                    value.object {
                        $0.member("before", change.before)
                        $0.member("after", change.after)
                    }
                }
            }
        }
    }

    fileprivate mutating func write(_ problems: [SheetProblem]) {
        array { array in
            for problem in problems {
                array.object {
                    $0.member("file", problem.file)
                    $0.member("line", problem.line)
                    $0.member("column", problem.column)
                    $0.member("member", problem.member)
                    $0.member("expected", problem.expected)
                    $0.member("found", problem.found)
                    $0.member("rows", problem.rows)
                }
            }
        }
    }
}

extension ImportPlan.Verdict {
    fileprivate var isChange: Bool {
        if case .changed = self { true } else { false }
    }
}

extension ImportPlan.Change {
    /// `status: offered → confirmed`.
    fileprivate var text: String {
        func shown(_ cell: String) -> String { cell.isEmpty ? "nothing" : cell }
        return "\(member): \(shown(before)) → \(shown(after))"
    }
}
