import CadrePlanning

extension Prior {
    /// The value of a prior factor: a beta distribution. Source: CONTRACT § 3.
    static let table = ObjectTable(
        "prior", "The beta distribution of a status", from: Prior(alpha: 1, beta: 1),
        fields: [
            .required("alpha", \.alpha, .number(.positive), "α, above 0"),
            .required("beta", \.beta, .number(.positive), "β, above 0"),
            .checked("source", .text, "Where the numbers come from"),
        ])
}
