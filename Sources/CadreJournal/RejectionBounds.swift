/// The bounds of the stored rejections. The newest that satisfy all bounds are kept.
struct RejectionBounds: Sendable {
    /// The maximum number of rejections.
    var rowsMax: Int
    /// The maximum number of payload bytes of all rejections together.
    var bytesMax: Int
    /// The maximum number of payload bytes of one rejection, counted from its beginning.
    var bytesOfOneMax: Int
}
