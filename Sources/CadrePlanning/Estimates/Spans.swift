/// Collects, period after period, the longest spans in which a key has the same number of persons.
///
/// Keys are integers, so that the open spans are a sorted list into which each period is merged: most keys continue.
struct Spans {
    struct Span {
        let key: Int
        let from: Int
        var until: Int
        let persons: Int
    }

    private var open: [Span] = []
    private var done: [Span] = []

    /// The persons of a key in one period.
    struct Entry: Equatable, Sendable {
        let key: Int
        let persons: Int
    }

    /// Adds a period. Periods must be in ascending order, without omissions.
    /// - Parameter entries: Each key once, keys ascending.
    mutating func add(_ entries: [Entry], in period: Int) {
        var going: [Span] = []
        going.reserveCapacity(entries.count)
        var next = 0
        for entry in entries {
            while next < open.count, open[next].key < entry.key {
                done.append(open[next])
                next += 1
            }
            var span = Span(key: entry.key, from: period, until: period + 1, persons: entry.persons)
            if next < open.count, open[next].key == entry.key {
                if open[next].persons == entry.persons {
                    span = open[next]
                    span.until = period + 1
                } else {
                    done.append(open[next])
                }
                next += 1
            }
            going.append(span)
        }
        done += open[next...]
        open = going
    }

    /// All spans, in any order.
    var all: [Span] { done + open }
}
