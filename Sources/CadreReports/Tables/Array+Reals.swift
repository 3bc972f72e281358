extension [Int] {
    /// The numbers as reals: figures come from outside, and sums of whole numbers could overflow.
    var reals: [Double] { map(Double.init) }

    /// The sum of the numbers.
    var sum: Double { reals.sum }
}

extension [Double] {
    /// The sum of the numbers.
    var sum: Double { reduce(0, +) }
}
