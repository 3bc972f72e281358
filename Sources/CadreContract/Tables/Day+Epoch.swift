import CadrePlanning

extension Day {
    /// 1 January 1970: the day that reading starts from.
    static let epoch = Day(number: 0)
}
