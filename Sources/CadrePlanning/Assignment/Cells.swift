/// The cells of an ``Arena``, valid until it grows.
///
/// An index is checked in debug builds (all tests run in them) and free in release. It is in bounds because every
/// index is below the count that the owner last passed to ``Arena/reserve(_:)``.
struct Cells<Index: DenseIndex, Element: BitwiseCopyable> {
    let buffer: UnsafeMutableBufferPointer<Element>

    @inline(__always)
    subscript(index: Index) -> Element {
        get { buffer[index.number] }
        nonmutating set { buffer[index.number] = newValue }
    }

    /// Writes one value to the first `count` cells.
    func fill(_ count: Int, with value: Element) {
        buffer.extracting(0..<count).update(repeating: value)
    }
}
