import CadreContract
import CadreJSON
import CadreReports

/// A printed error or warning about a file.
struct Finding {
    var severity: EventCheck.Finding.Severity
    /// The file, or `nil` for a finding about all files together.
    var file: String?
    var line: Int?
    var reason: String
    var member: String
    var expected: String
    var detail: String

    /// The finding as `error: FILE:LINE: reason: detail`.
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

extension Finding {
    init(_ finding: EventCheck.Finding) {
        self.init(
            severity: finding.severity, file: finding.location?.file, line: finding.location?.line,
            reason: finding.reason, member: finding.member, expected: finding.expected, detail: finding.detail)
    }
}
