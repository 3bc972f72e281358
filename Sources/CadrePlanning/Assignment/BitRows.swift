/// The rows of a ``BitMatrix``, valid until it changes its size.
///
/// Each row has a summary: a bit for each word that may have bits. Two rows are compared only at the words that both
/// summaries name, so that empty words cost nothing, however the bits are numbered.
struct BitRows {
    let words: UnsafeMutableBufferPointer<UInt64>
    let summaries: UnsafeMutableBufferPointer<UInt64>
    let wordsPerRow: Int
    let summariesPerRow: Int

    @inline(__always)
    func contains(_ bit: Int, in row: Int) -> Bool {
        words[row &* wordsPerRow &+ bit >> 6] & BitWords.mask(bit) != 0
    }

    @inline(__always)
    func insert(_ bit: Int, in row: Int) {
        let word = bit >> 6
        words[row &* wordsPerRow &+ word] |= BitWords.mask(bit)
        summaries[row &* summariesPerRow &+ word >> 6] |= BitWords.mask(word)
    }

    @inline(__always)
    func remove(_ bit: Int, in row: Int) {
        let word = bit >> 6, at = row &* wordsPerRow &+ word
        let left = words[at] & ~BitWords.mask(bit)
        words[at] = left
        if left == 0 { summaries[row &* summariesPerRow &+ word >> 6] &= ~BitWords.mask(word) }
    }

    /// Writes a word and its bit of the summary.
    @inline(__always)
    func write(_ bits: UInt64, at word: Int, of row: Int) {
        words[row &* wordsPerRow &+ word] = bits
        let summary = row &* summariesPerRow &+ word >> 6
        if bits == 0 {
            summaries[summary] &= ~BitWords.mask(word)
        } else {
            summaries[summary] |= BitWords.mask(word)
        }
    }

    /// Returns the lowest bit that a row has in common with a row of another matrix of the same width, or `nil`.
    @inline(__always)
    func firstCommon(_ row: Int, _ other: BitRows, _ otherRow: Int) -> Int? {
        for summary in 0..<summariesPerRow {
            var live =
                summaries[row &* summariesPerRow &+ summary] & other.summaries[otherRow &* summariesPerRow &+ summary]
            while live != 0 {
                let word = summary << 6 &+ live.trailingZeroBitCount
                live &= live &- 1
                let hit = words[row &* wordsPerRow &+ word] & other.words[otherRow &* wordsPerRow &+ word]
                if hit != 0 { return word << 6 &+ hit.trailingZeroBitCount }
            }
        }
        return nil
    }

    /// Calls `body` with each bit of a row, in ascending order.
    @inline(__always)
    func forEach(in row: Int, _ body: (Int) -> Void) {
        for word in 0..<wordsPerRow {
            var left = words[row &* wordsPerRow &+ word]
            while left != 0 {
                body(word << 6 &+ left.trailingZeroBitCount)
                left &= left &- 1
            }
        }
    }

    /// Calls `body` with each bit that a row has in common with a row of another matrix of the same width.
    @inline(__always)
    func forEachCommon(_ row: Int, _ other: BitRows, _ otherRow: Int, _ body: (Int) -> Void) {
        for summary in 0..<summariesPerRow {
            var live =
                summaries[row &* summariesPerRow &+ summary] & other.summaries[otherRow &* summariesPerRow &+ summary]
            while live != 0 {
                let word = summary << 6 &+ live.trailingZeroBitCount
                live &= live &- 1
                var hit = words[row &* wordsPerRow &+ word] & other.words[otherRow &* wordsPerRow &+ word]
                while hit != 0 {
                    body(word << 6 &+ hit.trailingZeroBitCount)
                    hit &= hit &- 1
                }
            }
        }
    }

    /// Replaces all rows by those of a matrix of the same size.
    func copy(_ other: BitRows, rows: Int) {
        copyBits(other, rows: rows)
        for summary in 0..<rows * summariesPerRow { summaries[summary] = other.summaries[summary] }
    }

    /// Replaces the bits of all rows by those of a matrix of the same size. Leaves the summaries as they are, for those
    /// who read whole rows only.
    @inline(__always)
    func copyBits(_ other: BitRows, rows: Int) {
        for word in 0..<rows &* wordsPerRow { words[word] = other.words[word] }
    }

    /// Adds the bits of a row of another matrix of the same width.
    func formUnion(_ row: Int, _ other: BitRows, _ otherRow: Int) {
        for word in 0..<wordsPerRow {
            write(words[row * wordsPerRow + word] | other.words[otherRow * wordsPerRow + word], at: word, of: row)
        }
    }
}
