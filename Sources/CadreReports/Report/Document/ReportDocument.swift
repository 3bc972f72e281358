/// What the report says, before it is a page: the same for HTML and Markdown.
struct ReportDocument: Equatable, Sendable {
    struct Section: Equatable, Sendable {
        /// Of the link to it.
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
    /// On every page, at head and foot; `nil` where the mission has none.
    let marking: String?
    /// Which mission, as of when: at the foot of every page.
    let running: String
    let facts: [Fact]
    let sections: [Section]
}
