import CadreContract
import CadreJSON
import CadrePlanning

/// Writes current documents as a sheet that `SheetImport` accepts and finds unchanged.
public struct SheetExport: Sendable {
    public var kind: SheetKind
    public var delimiter: Delimiter
    /// Whether the file begins with a byte order mark, without which some spreadsheets do not read it as UTF-8.
    public var hasByteOrderMark: Bool

    public init(kind: SheetKind, delimiter: Delimiter = .comma, hasByteOrderMark: Bool = false) {
        self.kind = kind
        self.delimiter = delimiter
        self.hasByteOrderMark = hasByteOrderMark
    }

    /// Returns a sheet: a row of names, which are those of the members, then a row per document of the kind, in the
    /// given order.
    /// - Returns: The file, and the names of members without a column, which are lost in the sheet.
    public func sheet(_ entities: [PlanGet.Entity]) -> (bytes: [UInt8], leftOut: Set<String>) {
        let fields = kind.fields
        var writer = SheetWriter(delimiter: delimiter, hasByteOrderMark: hasByteOrderMark)
        var leftOut: Set<String> = []
        writer.add(fields.map(\.member))
        for entity in entities where entity.key.kind == kind.entity {
            guard let data = try? JSONValue(parsing: entity.document) else { continue }
            let cells = kind.cells(of: data)
            writer.add(fields.map { cells[$0.member] ?? "" })
            leftOut.formUnion(kind.extras(of: data).map(\.name))
        }
        return (writer.bytes, leftOut)
    }
}
