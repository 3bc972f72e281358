/// Sets of small numbers, one a row, in words of 64 bits.
final class BitMatrix {
    private let words = Arena<Int, UInt64>()
    private let summaries = Arena<Int, UInt64>()
    private(set) var rowCount = 0
    private(set) var wordsPerRow = 0
    private(set) var rows = BitRows(
        words: UnsafeMutableBufferPointer(start: nil, count: 0),
        summaries: UnsafeMutableBufferPointer(start: nil, count: 0), wordsPerRow: 0, summariesPerRow: 0)

    /// Makes room for `rows` empty rows of `bits` bits.
    func clear(rows: Int, bits: Int) {
        rowCount = rows
        wordsPerRow = BitWords.words(bits)
        words.reset(rows * wordsPerRow, to: 0)
        summaries.reset(rows * BitWords.words(wordsPerRow), to: 0)
        refresh()
    }

    /// Adds an empty row.
    func addRow() {
        let kept = rowCount
        rowCount += 1
        words.grow(to: rowCount * wordsPerRow, keeping: kept * wordsPerRow)
        let perRow = BitWords.words(wordsPerRow)
        summaries.grow(to: rowCount * perRow, keeping: kept * perRow)
        refresh()
        for word in 0..<wordsPerRow { rows.write(0, at: word, of: kept) }
    }

    private func refresh() {
        rows = BitRows(
            words: words.cells.buffer, summaries: summaries.cells.buffer, wordsPerRow: wordsPerRow,
            summariesPerRow: BitWords.words(wordsPerRow))
    }
}
