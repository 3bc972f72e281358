/// ``Eligibility`` as the searches read it: bits over kinds for each class, and bits over classes for each kind.
///
/// It is in the mission's own numbers and built once per solver.
final class EligibilityMatrix {
    let classes: Int
    let kinds: Int
    private let byClass = BitMatrix()
    private let byKind = BitMatrix()

    /// The kinds that each class may fill, and the classes that may fill each kind: to be read without the summaries.
    var kindsOfClass: BitRows { byClass.rows }
    var classesOfKind: BitRows { byKind.rows }

    init(_ eligibility: Eligibility) {
        classes = eligibility.classes
        kinds = eligibility.signatures
        precondition(classes < Int(Int32.max) / 4 && kinds < Int(Int32.max) / 4)
        byClass.clear(rows: classes, bits: kinds)
        byKind.clear(rows: kinds, bits: classes)
        // Only whole rows are read, so the summaries are not written.
        let rows = byClass.rows, columns = byKind.rows
        for word in eligibility.bits.indices { rows.words[word] = eligibility.bits[word] }
        let cells = Arena<Int, UInt64>()
        cells.reset(64, to: 0)
        let square = cells.cells.buffer.extracting(0..<64)
        for word in 0..<rows.wordsPerRow {
            for block in 0..<columns.wordsPerRow {
                let present = min(64, classes - block << 6)
                for i in 0..<present { square[i] = rows.words[(block << 6 + i) * rows.wordsPerRow + word] }
                for i in present..<64 { square[i] = 0 }
                BitWords.transpose(square)
                for i in 0..<min(64, kinds - word << 6) {
                    columns.words[(word << 6 + i) * columns.wordsPerRow + block] = square[i]
                }
            }
        }
    }
}
