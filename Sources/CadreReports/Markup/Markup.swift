/// A piece of a page: HTML, or SVG within it.
///
/// Well-formed and escaped by construction: a title from outside stays text. The output is both HTML 5 and XML, so that
/// a test can read it with an XML parser.
indirect enum Markup: Equatable, Sendable {
    case text(String)
    /// One after the other.
    case group([Markup])
    case element(String, [Attribute], [Markup])
    /// A style sheet of our own. Anything from outside in it must have passed `Escaping.styleString`.
    case style(String)

    struct Attribute: Equatable, Sendable {
        let name: String
        let value: String

        init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// An element: `Markup("td", ["class": "n"], [.text("12")])`, its attributes in the order given.
    init(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ content: [Markup] = []) {
        self = .element(name, attributes.map { Attribute($0.key, $0.value) }, content)
    }

    /// Creates an element that contains only text.
    init(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ text: String) {
        self.init(name, attributes, [.text(text)])
    }

    /// UTF-8, without line ends but those within texts and after blocks.
    func write(to bytes: inout [UInt8]) {
        switch self {
        case .text(let text): bytes += Escaping.html(text).utf8
        case .group(let parts): for part in parts { part.write(to: &bytes) }
        case .style(let sheet): bytes += "<style>\n\(sheet)\n</style>\n".utf8
        case .element(let name, let attributes, let content):
            bytes += "<\(name)".utf8
            for attribute in attributes {
                bytes += " \(attribute.name)=\"\(Escaping.html(attribute.value))\"".utf8
            }
            if content.isEmpty, !Self.mustBeClosed.contains(name) {
                bytes += "/>".utf8
            } else {
                bytes += ">".utf8
                for part in content { part.write(to: &bytes) }
                bytes += "</\(name)>".utf8
            }
            if Self.blocks.contains(name) { bytes.append(UInt8(ascii: "\n")) }
        }
    }

    /// Elements of HTML that may be empty and still need an end tag. (Those of SVG, and `meta`, do not.)
    private static let mustBeClosed: Set<String> = [
        "p", "td", "th", "tr", "tbody", "thead", "table", "span", "div", "ul", "ol", "li", "dl", "dt", "dd", "h1",
        "h2", "h3", "strong", "small", "a", "nav", "main", "section", "header", "footer", "figure", "figcaption",
        "title", "caption", "body", "head", "html",
    ]

    /// The elements that are followed by a line end, so that a page read as text has lines of a readable length.
    private static let blocks: Set<String> = [
        "p", "tr", "thead", "tbody", "table", "div", "ul", "ol", "li", "dl", "dd", "h1", "h2", "h3", "nav", "main",
        "section", "header", "footer", "figure", "figcaption", "svg", "meta", "title", "head", "body", "caption",
    ]
}
