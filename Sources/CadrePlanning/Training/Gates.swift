/// Without guards, escorts and interpreters nobody teaches. Source: MODEL § 4, staffing.
struct Gates: Sendable {
    /// Per gating rule and capability of the basis: whether the rule's capability covers it.
    private let covers: [[Bool]]

    init(_ basis: Basis, _ enabling: EnablingPosts) {
        covers = basis.factors.rules.filter(\.rule.gates).map { named in
            basis.capabilities.all.map { named.rule.capability.covers($0) }
        }
    }

    /// By site: the least share filled of what a gating rule's capability covers, rule by rule; abroad 1.
    func ratios(_ groups: [Group], _ basis: Basis) -> [Double] {
        var ratios = Array(repeating: 1.0, count: basis.sites.count)
        for covered in covers {
            var posts = Array(repeating: 0, count: basis.sites.count)
            var filled = posts
            for group in groups where covered[group.capability] {
                if case .course = group.kind { continue }
                posts[group.site] += group.posts
                filled[group.site] += group.filled
            }
            for site in ratios.indices where posts[site] > 0 && basis.inTheatre[site] {
                ratios[site] = min(ratios[site], Double(filled[site]) / Double(posts[site]))
            }
        }
        return ratios
    }
}
