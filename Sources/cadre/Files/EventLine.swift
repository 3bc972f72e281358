import CadreContract
import CadreReports

/// A line of an event file with its place.
struct EventLine: Sendable {
    let file: String
    let number: Int
    let bytes: [UInt8]

    /// Returns `FILE:LINE: reason: detail`. Source: CONTRACT § 8.
    func complaint(_ reason: RejectionReason, _ detail: String) -> String {
        "\(file):\(number): \(reason.rawValue): \(Printable.text(detail))"
    }

    func complaint(_ rejection: Rejection) -> String { complaint(rejection.reason, rejection.detail) }
}
