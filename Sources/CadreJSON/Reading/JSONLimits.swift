/// The bounds of the JSON that is read.
public enum JSONLimits {
    /// The number of levels to which lists and objects may be nested by default.
    public static let depthMax = 32
}
