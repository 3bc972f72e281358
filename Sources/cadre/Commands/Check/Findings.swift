/// The findings of a check, printed one by one.
struct Findings {
    private let areJSON: Bool
    private(set) var errors = 0
    private(set) var warnings = 0
    private var valid: [String] = []

    init(areJSON: Bool) {
        self.areJSON = areJSON
    }

    mutating func record(_ finding: Finding) throws(CommandFailure) {
        switch finding.severity {
        case .error: errors += 1
        case .warning: warnings += 1
        }
        if areJSON { try Console.write(finding.json) } else { try Console.print(finding.text) }
    }

    /// Records a line of the summary about valid content.
    mutating func recordValid(_ text: String) { valid.append(text) }

    var summary: String { (valid + ["\(errors) errors, \(warnings) warnings"]).joined(separator: "\n") }
}
