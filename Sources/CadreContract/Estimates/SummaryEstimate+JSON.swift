import CadrePlanning

extension SummaryEstimate {
    /// The members of `summary`. Source: CONTRACT §§ 4 and 9.
    func writeMembers(to writer: inout JSONWriter) {
        writer.member("scenarios") {
            $0.object {
                for headline in scenarios { $0.member(headline.scenario.rawValue, headline) }
            }
        }
        writer.member("range", range)  // CONTRACT § 4: null until sampled
        writer.member("pledges", pledges)
        writer.member("nations", rows: nations)
        writer.member("factors", factors)
        writer.member("unresolved", list: unresolved, by: \.id)
        writer.member("alerts", list: alerts, by: \.key)
    }
}

extension SummaryEstimate.Headline: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("required", required)
            $0.member("filled", filled)
            $0.member("graduates") {
                $0.object {
                    $0.member("wanted", wanted)
                    $0.member("expected", expected)
                    $0.member("others", others)
                }
            }
            $0.member("gapPersonPeriods") {
                $0.object {
                    // CONTRACT § 9: a priority without a gap may be left out.
                    for (index, gap) in gapPersonPeriods.enumerated() where gap != 0 { $0.member("\(index + 1)", gap) }
                }
            }
        }
    }
}

extension SummaryEstimate.Range: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("structural", structural)
            $0.member("firmness", firmness)
        }
    }
}

extension SummaryEstimate.Range.Spread: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("low", low)
            $0.member("likely", likely)
            $0.member("high", high)
        }
    }
}

extension SummaryEstimate.Peak: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("peak", peak)
            $0.member("period", period)
        }
    }
}

extension SummaryEstimate.Pledges: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("count", count)
            $0.member("persons", persons)
        }
    }
}

extension SummaryEstimate.Contribution: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("persons", persons)
            $0.member("places", places)
            $0.member("items", items)
            $0.member("funds", funds)
        }
    }
}

extension SummaryEstimate.FactorSetCount: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("set", set)
            $0.member("count", count)
        }
    }
}

extension SummaryEstimate.Unresolved: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("entity", entity.rawValue)
            $0.member("id", id)
            $0.member("missing", missing)
        }
    }
}

extension Alert: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("code", code.rawValue)
            $0.member("key", key)
            $0.member("since", since)
            $0.member("detail", detail)
        }
    }
}
