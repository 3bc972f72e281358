/// Reads a mapping: sections in brackets, `name = value` lines, comments after `#` at the beginning of a line.
/// ```
/// [sheet]
/// kind = pledges
/// dates = DD.MM.YYYY
/// decimal = comma
///
/// [columns]
/// pledge = Serial No
///
/// [constants]
/// status = offered
///
/// [values capability also]
/// Guards = protection.guard
/// ```
struct MappingReader {
    private enum Section: Equatable {
        case sheet, columns, constants
        case values(members: [String])
    }

    private let file: String
    private var mapping = Mapping()
    private var section: Section?

    init(file: String) {
        self.file = file
    }

    /// Reads a mapping.
    /// - Throws: The first invalid line and the expected content.
    mutating func read(_ bytes: [UInt8]) throws(SheetFault) -> Mapping {
        guard bytes.count <= ExchangeLimits.mappingBytesMax else {
            throw SheetFault(line: nil, "the mapping exceeds \(ExchangeLimits.mappingBytesMax) bytes; remove values")
        }
        let text = try SheetEncoding.text(of: bytes).bytes
        var number = 0
        for line in String(decoding: text, as: UTF8.self).split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        {
            number += 1
            let content = CellText.trimmed(line)
            guard !content.isEmpty, !content.hasPrefix("#") else { continue }
            try take(content, number)
        }
        return mapping
    }

    private mutating func take(_ content: String, _ line: Int) throws(SheetFault) {
        if content.hasPrefix("["), content.hasSuffix("]") {
            section = try Self.section(CellText.trimmed(content.dropFirst().dropLast()), line)
            return
        }
        let (name, value) = try Self.entry(content, line)
        let column = Mapping.Column(name: value, origin: "\(file):\(line)")
        switch section {
        case nil: throw SheetFault(line: line, "line before any section; begin with [sheet], [columns], … in brackets")
        case .sheet: try setting(name, column, line)
        case .columns:
            guard mapping.columns.updateValue(column, forKey: name) == nil else {
                throw SheetFault(line: line, "\(name) already has a column; use one per member")
            }
        case .constants:
            guard mapping.constants.updateValue(column, forKey: name) == nil else {
                throw SheetFault(line: line, "\(name) already has a constant; use one per member")
            }
        case .values(let members):
            for member in members {
                let before = mapping.values[member, default: [:]].updateValue(value, forKey: CellText.word(name))
                guard before == nil else {
                    throw SheetFault(
                        line: line, "\(CellText.shown(name)) already has a value for \(member); use one per word")
                }
            }
        }
    }

    private static func section(_ name: String, _ line: Int) throws(SheetFault) -> Section {
        switch name {
        case "sheet": return .sheet
        case "columns": return .columns
        case "constants": return .constants
        default:
            let words = name.split(separator: " ")
            guard words.count >= 2, words[0] == "values" else {
                throw SheetFault(line: line, "[\(name)]: expected [sheet], [columns], [constants] or [values MEMBER …]")
            }
            return .values(members: words.dropFirst().map(String.init))
        }
    }

    /// Returns the parts of `name = value`; a name that contains `=` is in quotes.
    private static func entry(_ content: String, _ line: Int) throws(SheetFault) -> (name: String, value: String) {
        var rest = content[...]
        var name: Substring?
        if content.hasPrefix("\""), let end = content.dropFirst().firstIndex(of: "\"") {
            name = content[content.index(after: content.startIndex)..<end]
            rest = content[content.index(after: end)...]
        }
        guard let at = rest.firstIndex(of: "="), name == nil || CellText.isBlank(String(rest[..<at])) else {
            throw SheetFault(line: line, "expected NAME = VALUE")
        }
        let found = name.map(String.init) ?? CellText.trimmed(rest[..<at])
        var value = CellText.trimmed(rest[rest.index(after: at)...])
        if value.count >= 2, value.hasPrefix("\""), value.hasSuffix("\"") {
            value = String(value.dropFirst().dropLast())
        }
        guard !found.isEmpty else { throw SheetFault(line: line, "expected a name before =") }
        return (found, value)
    }

    private mutating func setting(_ name: String, _ column: Mapping.Column, _ line: Int) throws(SheetFault) {
        let value = column.name
        func wrong(_ expected: String) -> SheetFault {
            SheetFault(line: line, "\(name): expected \(expected), found \(CellText.shown(value))")
        }
        switch name {
        case "kind":
            guard let kind = SheetKind(rawValue: value) else { throw wrong(Self.words(SheetKind.self)) }
            mapping.setKind(kind)
        case "source": mapping.setSource(value)
        case "dates":
            for text in value.split(separator: ",").map({ CellText.trimmed($0) }) {
                guard let pattern = DatePattern(text) else {
                    throw wrong("dates written with DD, MM or MMM, and YYYY or YY, such as DD.MM.YYYY")
                }
                mapping.conventions.dates.append(pattern)
            }
        case "decimal":
            guard let sign = Conventions.DecimalSign(rawValue: value) else {
                throw wrong(Self.words(Conventions.DecimalSign.self))
            }
            mapping.conventions.decimal = sign
        case "delimiter":
            guard let delimiter = Delimiter(rawValue: value) else { throw wrong(Self.words(Delimiter.self)) }
            mapping.delimiter = delimiter
        case "header":
            guard let header = Int(value), header >= 1 else { throw wrong("the number of a line, from 1") }
            mapping.headerLine = header
        case "key": mapping.key.append(column)
        case "ignore": mapping.ignored.append(column)
        case "last-day": mapping.lastDays.insert(value)
        default:
            throw SheetFault(
                line: line,
                "\(name): expected kind, source, dates, decimal, delimiter, header, key, ignore or last-day")
        }
    }

    private static func words<Choice: RawRepresentable<String> & CaseIterable>(_ type: Choice.Type) -> String {
        "one of " + Choice.allCases.map(\.rawValue).joined(separator: ", ")
    }
}

extension Mapping {
    /// Reads a mapping's file.
    /// - Throws: The first invalid line and the expected content.
    public init(reading bytes: [UInt8], file: String) throws(SheetFault) {
        var reader = MappingReader(file: file)
        self = try reader.read(bytes)
    }
}
