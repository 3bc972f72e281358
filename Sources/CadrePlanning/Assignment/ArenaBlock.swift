/// Memory that a solver keeps from period to period: it grows to the largest period seen and goes with its owner.
///
/// Its cells are a buffer pointer, so that an index is checked in debug builds (all tests run in them) and free in
/// release. An index is in bounds because every one is a number that the same load of the same period handed out
/// below the count that was asked of ``need(_:)``.
final class ArenaBlock<Element: BitwiseCopyable> {
    private(set) var cells: UnsafeMutableBufferPointer<Element>

    init() {
        cells = UnsafeMutableBufferPointer(start: nil, count: 0)
    }

    deinit {
        cells.deallocate()
    }

    /// Makes room for `count` cells. Their content is undefined until written.
    func need(_ count: Int) {
        guard count > cells.count else { return }
        cells.deallocate()
        cells = .allocate(capacity: max(count, 64) * 3 / 2)
    }

    /// Makes room for `count` cells, each of them `value`.
    func need(_ count: Int, all value: Element) {
        need(count)
        cells.extracting(0..<count).initialize(repeating: value)
    }

    /// Makes room for `count` cells and keeps what the first `kept` hold.
    func grow(to count: Int, keeping kept: Int) {
        guard count > cells.count else { return }
        let larger = UnsafeMutableBufferPointer<Element>.allocate(capacity: max(count, 64) * 2)
        _ = larger.update(fromContentsOf: cells.extracting(0..<kept))
        cells.deallocate()
        cells = larger
    }
}
