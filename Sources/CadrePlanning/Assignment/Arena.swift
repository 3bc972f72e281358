/// Memory that a solver keeps from period to period. It grows to the largest period seen.
final class Arena<Index: DenseIndex, Element: BitwiseCopyable> {
    private(set) var cells: Cells<Index, Element>

    init() {
        cells = Cells(buffer: UnsafeMutableBufferPointer(start: nil, count: 0))
    }

    deinit {
        cells.buffer.deallocate()
    }

    /// Makes room for `count` cells. Their content is undefined until written.
    func reserve(_ count: Int) {
        guard count > cells.buffer.count else { return }
        cells.buffer.deallocate()
        cells = Cells(buffer: .allocate(capacity: max(count, 64) * 3 / 2))
    }

    /// Makes room for `count` cells and writes one value to all of them.
    func reset(_ count: Int, to value: Element) {
        reserve(count)
        cells.fill(count, with: value)
    }

    /// Makes room for `count` cells and keeps the content of the first `kept`.
    func grow(to count: Int, keeping kept: Int) {
        guard count > cells.buffer.count else { return }
        let larger = UnsafeMutableBufferPointer<Element>.allocate(capacity: max(count, 64) * 2)
        _ = larger.update(fromContentsOf: cells.buffer.extracting(0..<kept))
        cells.buffer.deallocate()
        cells = Cells(buffer: larger)
    }
}
