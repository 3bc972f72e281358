import CadreJSON
import CadrePlanning

/// Encodes the estimates of one mission repeatedly. Rows that are equal to those of the previous encoding are copied.
///
/// The bytes are those of `EncodedEstimate.init`, whatever was encoded before. The encoder keeps a reference to the
/// estimates that it encoded last: drop it with them.
public struct EstimateEncoder: Sendable {
    private struct Entry: Sendable {
        let head: EstimateHead
        let part: any EstimatePart
        let encoded: EncodedEstimate
        let tables: [String: RowCache.Table]
    }

    private var last: [EstimateName: Entry] = [:]

    public init() {}

    /// Encodes the estimates of these names. A name whose estimate does not exist, or not yet, is omitted.
    public mutating func encode(_ names: [EstimateName], of estimates: Estimates) -> [EncodedEstimate] {
        names.compactMap { encode($0, of: estimates) }
    }

    /// Encodes one estimate. O(1) if it shares its storage with the last one.
    /// - Returns: `nil` if that estimate does not exist, or not yet.
    public mutating func encode(_ name: EstimateName, of estimates: Estimates) -> EncodedEstimate? {
        guard let part = estimates.part(name) else { return nil }
        let known = last[name]
        if let known, estimates.head.hasSameFrame(as: known.head), part.isEqual(to: known.part) {
            return known.encoded
        }
        var writer = JSONWriter(capacity: known.map { $0.encoded.figures.count * 9 / 8 } ?? EncodedEstimate.bytesGuess)
        writer.recording = RowRecording(
            last: RowCache(figures: known?.encoded.figures ?? [], tables: known?.tables ?? [:]))
        let encoded = EncodedEstimate(name, part, estimates.head, &writer)
        last[name] = Entry(
            head: estimates.head, part: part, encoded: encoded, tables: writer.recording?.tables ?? [:])
        rows = (writer.recording?.copied ?? 0, writer.recording?.written ?? 0)
        return encoded
    }

    /// The number of rows that were copied and written when an estimate was encoded last. For tests.
    private(set) var rows: (copied: Int, written: Int) = (0, 0)
}

/// The figures of one estimate: the members of `data` that follow the head. Source: CONTRACT §§ 4 and 9.
public protocol EstimatePart: Equatable, Sendable {
    static var table: ObjectTable<Self> { get }
}

extension EstimatePart {
    fileprivate func isEqual(to other: any EstimatePart) -> Bool {
        (other as? Self).map { $0 == self } ?? false
    }

    func writeMembers(to writer: inout JSONWriter) { Self.table.write(self, to: &writer) }
}

extension SummaryEstimate: EstimatePart {}
extension ForceEstimate: EstimatePart {}
extension ManningEstimate: EstimatePart {}
extension TrainingEstimate: EstimatePart {}
extension LogisticsEstimate: EstimatePart {}
extension RangeEstimate: EstimatePart {}
extension GapsEstimate: EstimatePart {}

extension Estimates {
    /// Returns the figures of one estimate, or `nil` if they do not exist, or not yet.
    func part(_ name: EstimateName) -> (any EstimatePart)? { PublishedEstimate.Figures(name, of: self)?.part }
}
