/// The posts of lines and runs at one site in one period, as far as rules count them. Source: MODEL § 6.
struct SiteLoad: Equatable, Sendable {
    static let priorities = 5

    /// One array, because thousands of these are compared: see the accessors.
    private var cells: [Int]
    private let capabilities: Int

    init(_ rules: RuleTable) {
        capabilities = rules.capabilities.count
        cells = Array(
            repeating: 0, count: 3 * SiteLoad.priorities + capabilities + SiteLoad.priorities * rules.rules.count)
    }

    /// Adds a line's posts.
    mutating func add(_ posts: Int, priority: Int, line: LineRules) {
        let index = SiteLoad.index(priority)
        if line.isEnabling {
            cells[SiteLoad.priorities + index] += posts
            for place in line.coveredBy { cells[3 * SiteLoad.priorities + place] += posts }
        } else {
            cells[index] += posts
            let first = 3 * SiteLoad.priorities + capabilities + index
            for rule in line.countedBy { cells[first + rule * SiteLoad.priorities] += posts }
        }
    }

    /// Adds foreign posts of a run; those of mobile teams are visitors and no principals.
    mutating func add(_ posts: Int, priority: Int, isMobile: Bool) {
        let index = SiteLoad.index(priority)
        cells[2 * SiteLoad.priorities + index] += posts
        if !isMobile { cells[index] += posts }
    }

    /// Returns the index of a priority, 0 … 4.
    static func index(_ priority: Int) -> Int { min(max(priority, 1), priorities) - 1 }

    /// The sum over priorities 1 … `most` of the cells from `first` on.
    private func sum(_ first: Int, _ most: Int) -> Int {
        var sum = 0
        for index in first..<first + most { sum += cells[index] }
        return sum
    }

    /// Returns the posts of principal lines and resident courses of priority ≤ `most`.
    func principals(_ most: Int) -> Int { sum(0, most) }
    /// Returns the posts of enabling lines of priority ≤ `most`.
    func enablingLines(_ most: Int) -> Int { sum(SiteLoad.priorities, most) }
    /// Returns the foreign course posts of priority ≤ `most`, visitors included.
    func coursePosts(_ most: Int) -> Int { sum(2 * SiteLoad.priorities, most) }
    /// Returns the posts of enabling lines that a rule's capability covers, of all priorities.
    func lines(coveredBy place: Int) -> Int { cells[3 * SiteLoad.priorities + place] }
    /// Returns the posts of principal lines of priority ≤ `most` that a rule counts.
    func principalLines(rule: Int, _ most: Int) -> Int {
        sum(3 * SiteLoad.priorities + capabilities + rule * SiteLoad.priorities, most)
    }

    /// Returns whether anything of this priority is at the site.
    func hasPosts(_ priority: Int) -> Bool {
        let index = priority - 1
        return cells[index] > 0 || cells[SiteLoad.priorities + index] > 0 || cells[2 * SiteLoad.priorities + index] > 0
    }
}
