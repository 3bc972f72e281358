import CadreContract
import CadreJSON
import CadrePlanning

/// Validates sheets against the current plan and creates events for the differences. Changes nothing itself.
///
/// ```swift
/// var sheets = try SheetImport(.init(kind: .pledges, mission: "ntm-i", source: source, now: now, current: current))
/// try sheets.take(bytes, file: "norway.csv")
/// let plan = sheets.finished()
/// ```
/// Every row is converted to the event that it would become and validated by `EventReader`. Two documents are equal if
/// all their cells are: an explicit default value therefore changes nothing.
public struct SheetImport: Sendable {
    public struct Setting: Sendable {
        public var kind: SheetKind
        public var mission: String
        /// The source of the events: a URI reference.
        public var source: String
        public var mapping: Mapping
        /// The time of the events, RFC 3339. With `nil` it is the mission's own time, later than all events that they
        /// supersede.
        public var time: String?
        /// The time of this machine's clock, RFC 3339.
        public var now: String
        /// The current plan, or `nil` if it is not known. Everything is new then.
        public var current: StandingEntities?

        public init(
            kind: SheetKind, mission: String, source: String, mapping: Mapping = Mapping(), time: String? = nil,
            now: String, current: StandingEntities?
        ) {
            self.kind = kind
            self.mission = mission
            self.source = source
            self.mapping = mapping
            self.time = time
            self.now = now
            self.current = current
        }
    }

    /// A valid row.
    struct Row {
        let id: String
        let file: String
        let line: Int
        let data: [UInt8]
        let before: PlanGet.Entity?
        let verdict: ImportPlan.Verdict
        /// The column of the row's id, for problems that are found only at the end.
        let column: String?
    }

    let setting: Setting
    private(set) var rows: [Row] = []
    private(set) var problems: [SheetProblem] = []
    private(set) var warnings: [SheetProblem] = []
    private(set) var wrongRows = 0
    /// Every id that a row names, even an invalid row, and its location.
    private(set) var places: [String: (file: String, line: Int)] = [:]
    /// Indexes of the problems that occur in many rows of the current sheet, by their texts.
    private var commonProblems: [[String]: Int] = [:]
    /// Whether a row's id could not be read, so that missing entities cannot be determined.
    private(set) var hasRowsWithoutID = false
    private let judge: RowJudge

    /// Creates an import.
    /// - Throws: An error if mission, source or time is invalid for events.
    public init(_ setting: Setting) throws(SheetFault) {
        for time in [setting.time, setting.now] {
            guard let time else { continue }
            if let fault = EventProbe.fault(mission: setting.mission, source: setting.source, time: time) {
                throw SheetFault(line: nil, fault)
            }
        }
        self.setting = setting
        judge = RowJudge(setting.kind, mission: setting.mission)
    }

    /// Reads a sheet.
    /// - Parameter file: Its name, for people.
    /// - Throws: An error if the sheet cannot be read at all; the problems of its rows are reported in the plan.
    public mutating func take(_ bytes: [UInt8], file: String) throws(SheetFault) {
        let mapping = setting.mapping
        let sheet = try SheetReader(delimiter: mapping.delimiter, headerLine: mapping.headerLine).read(bytes)
        guard let header = sheet.header else {
            throw SheetFault(line: nil, "the sheet has no row; the first one names the columns")
        }
        let columns = try ColumnPlan(header, mapping, for: setting.kind)
        for index in columns.unread {
            warnings.append(
                SheetProblem(
                    file: file, line: header.line, column: columns.names[index],
                    expected: "a member of \(setting.kind.rawValue) or a mapping", found: "a column that is not read"))
        }
        let reader = RowReader(kind: setting.kind, mapping: mapping, columns: columns)
        commonProblems = [:]
        for row in sheet.rows { take(row, reader, file) }
    }

    private mutating func take(_ row: Sheet.Row, _ reader: RowReader, _ file: String) {
        let id = reader.id(row)
        let before = id.flatMap { setting.current?.entity(setting.kind.entity, $0) }
        let current = before.flatMap { try? JSONValue(parsing: $0.document) }
        let result = reader.document(row, over: current)
        let teller = RowProblems(reader: reader, row: row, file: file, document: result.document)
        let (key, faults) = judge.judge(result.document)
        var ofRow = teller.beyond() + result.misplaced.map(teller.misplaced)
        if let id {
            if let other = places[id] {
                ofRow.append(teller.repeated(id, "\(other.file):\(other.line)"))
            } else {
                places[id] = (file, row.line)
            }
        } else {
            hasRowsWithoutID = true
        }
        guard ofRow.isEmpty, faults.isEmpty, let key else {
            wrongRows += 1
            problems += ofRow
            for fault in faults { note(teller.problem(fault)) }
            return
        }
        let data = result.document.data(mission: setting.mission)
        rows.append(
            Row(
                id: key.id, file: file, line: row.line, data: data, before: before,
                verdict: verdict(data, current), column: reader.columns.name(of: setting.kind.idMember)))
    }

    /// Records the problem of a member. A problem of a member without a column is the same in many rows and recorded
    /// once.
    private mutating func note(_ problem: SheetProblem) {
        let what = problem.column == nil ? [problem.member, problem.expected, problem.found] : []
        if let known = commonProblems[what] {
            problems[known].rows += 1
            return
        }
        if !what.isEmpty { commonProblems[what] = problems.count }
        problems.append(problem)
    }

    private func verdict(_ data: [UInt8], _ current: JSONValue?) -> ImportPlan.Verdict {
        guard let current else { return .new }
        let before = setting.kind.cells(of: current)
        let after = (try? JSONValue(parsing: data)).map(setting.kind.cells) ?? [:]
        let changes = setting.kind.fields.compactMap { field -> ImportPlan.Change? in
            let (old, new) = (before[field.member] ?? field.fallback, after[field.member] ?? field.fallback)
            // Compared by bytes: letters that only look the same are different.
            return old.utf8.elementsEqual(new.utf8)
                ? nil : ImportPlan.Change(member: field.member, before: old, after: new)
        }
        return changes.isEmpty ? .unchanged : .changed(changes)
    }
}
