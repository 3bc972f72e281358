import CadrePlanning

extension CadrePlanning.Element {
    /// The members of `element.proposed`. Source: CONTRACT § 2.
    static let table = ObjectTable(
        "element", "A part of the plan that nations accept, return or reject as a whole", from: Element(title: ""),
        fields: [
            .required("title", \.title, .text, "The element's title"),
            .fallback("decision", \.decision, .word, .undecided, "The nations' decision"),
            .optional(
                "likelihood", \.likelihood, .share, "Probability of acceptance, for the ranges; absent: a factor"),
            .optional("requires", \.requires, .list(of: .identifier), "Elements without which this one is not in"),
            .checked("note", .text, "A remark, shown in explanations"),
        ])
}
