import Foundation
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// A page as an XML parser reads it: a tree, or a failure where it is not well-formed.
final class ParsedPage: NSObject, XMLParserDelegate {
    final class Element {
        let name: String
        let attributes: [String: String]
        var children: [Element] = []
        /// Of all within it.
        var text = ""

        init(_ name: String, _ attributes: [String: String]) {
            self.name = name
            self.attributes = attributes
        }

        /// All of that name within, in their order.
        func all(_ name: String) -> [Element] {
            children.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) }
        }

        func children(_ name: String) -> [Element] { children.filter { $0.name == name } }
    }

    let root = Element("", [:])
    private var open: [Element] = []
    private var failure: String?

    init(_ html: [UInt8]) throws {
        super.init()
        let parser = XMLParser(data: Data(html))
        parser.delegate = self
        open = [root]
        let isWellFormed = parser.parse()
        try #require(isWellFormed, "line \(parser.lineNumber): \(failure ?? "not well-formed")")
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        let element = Element(name, attributes)
        open.last?.children.append(element)
        open.append(element)
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        open.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        for element in open { element.text += text }
    }

    func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) { failure = "\(error)" }

    // MARK: What tests ask

    var sections: [Element] { root.all("section") }

    /// The rows of the table with that caption: texts of their cells.
    func rows(_ caption: String) -> [[Element]] {
        let table = root.all("table").first { $0.children("caption").first?.text == caption }
        return table?.all("tbody").first?.children("tr").map(\.children) ?? []
    }
}
