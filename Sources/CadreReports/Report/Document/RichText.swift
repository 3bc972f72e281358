/// A sentence of the report: text in which important figures are emphasised.
///
/// `\(name)` inserts text, `\(strong: "262")` emphasised text.
struct RichText: Equatable, Sendable, ExpressibleByStringInterpolation {
    enum Run: Equatable, Sendable {
        case text(String)
        case strong(String)
    }

    private(set) var runs: [Run]

    init(_ text: String) { runs = [.text(text)] }
    init(stringLiteral text: String) { self.init(text) }
    init(stringInterpolation: Interpolation) { runs = stringInterpolation.runs }

    struct Interpolation: StringInterpolationProtocol {
        fileprivate var runs: [Run] = []

        init(literalCapacity: Int, interpolationCount: Int) {}

        mutating func appendLiteral(_ text: String) { if !text.isEmpty { runs.append(.text(text)) } }
        mutating func appendInterpolation(_ text: String) { runs.append(.text(text)) }
        mutating func appendInterpolation(strong text: String) { runs.append(.strong(text)) }
        mutating func appendInterpolation(_ text: RichText) { runs += text.runs }
    }

    /// The text without emphasis.
    var plain: String {
        runs.map { run in
            switch run {
            case .text(let text), .strong(let text): text
            }
        }.joined()
    }
}
