/// A chart of the report. Its description contains its main figures in words, for readers who cannot see it.
enum Chart: Equatable, Sendable {
    case time(TimeChart)
    case bars(BarChart)
    case strips(StripChart)

    var title: String {
        switch self {
        case .time(let chart): chart.title
        case .bars(let chart): chart.title
        case .strips(let chart): chart.title
        }
    }

    var description: String {
        switch self {
        case .time(let chart): chart.description
        case .bars(let chart): chart.description
        case .strips(let chart): chart.description
        }
    }

    var markup: Markup {
        switch self {
        case .time(let chart): chart.markup
        case .bars(let chart): chart.markup
        case .strips(let chart): chart.markup
        }
    }
}
