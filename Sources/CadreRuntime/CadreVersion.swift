/// The version of Cadre: the only place in the sources that states it.
public enum CadreVersion {
    public static let current = "0.1.0"
}
