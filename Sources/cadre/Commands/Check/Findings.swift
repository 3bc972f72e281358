import CadreContract
import CadreJSON
import CadreReports

/// Something that a check has to say about a file.
struct Finding {
    enum Severity: String { case error, warning }

    var severity: Severity
    /// `nil` where it is about all files together.
    var file: String?
    var line: Int?
    var reason: String
    var member: String
    var expected: String
    var detail: String

    /// `error: FILE:LINE: reason: detail`.
    var text: String {
        let place = ([file].compactMap { $0 } + (line.map { [String($0)] } ?? [])).joined(separator: ":")
        return [severity.rawValue, place, reason, Printable.text(detail)].filter { !$0.isEmpty }.joined(separator: ": ")
    }

    var json: [UInt8] {
        var writer = JSONWriter()
        writer.object {
            $0.member("severity", severity.rawValue)
            $0.member("file", file)
            $0.member("line", line)
            $0.member("reason", reason)
            $0.member("member", member)
            $0.member("expected", expected)
            $0.member("detail", detail)
        }
        return writer.bytes + [UInt8(ascii: "\n")]
    }
}

/// What a check has found, printed as it is found.
struct Findings {
    private let areJSON: Bool
    private(set) var errors = 0
    private(set) var warnings = 0
    private var sound: [String] = []

    init(areJSON: Bool) {
        self.areJSON = areJSON
    }

    mutating func note(_ finding: Finding) throws(CommandFailure) {
        switch finding.severity {
        case .error: errors += 1
        case .warning: warnings += 1
        }
        if areJSON { try Console.write(finding.json) } else { try Console.print(finding.text) }
    }

    /// What is in order, for the summary.
    mutating func noteSound(_ text: String) { sound.append(text) }

    var summary: String { (sound + ["\(errors) errors, \(warnings) warnings"]).joined(separator: "\n") }
}
