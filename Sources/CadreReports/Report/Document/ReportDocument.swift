/// The content of the report without its layout, which is the same for HTML and Markdown.
struct ReportDocument: Equatable, Sendable {
    struct Section: Equatable, Sendable {
        /// The target of links to the section.
        let id: String
        let heading: String
        var blocks: [Block]
    }

    enum Block: Equatable, Sendable {
        case heading(String)
        case paragraph(RichText)
        case list([RichText])
        case table(ReportTable)
        case chart(Chart)
        /// Small charts side by side.
        case panels([TimeChart])
    }

    struct Fact: Equatable, Sendable {
        let name: String
        let value: String
    }

    let title: String
    /// The marking at head and foot of every page, or `nil` for none.
    let marking: String?
    /// The mission and its date, at the foot of every page.
    let running: String
    let facts: [Fact]
    let sections: [Section]
}
