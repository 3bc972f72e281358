/// A strict parser of the text format 0.0.4, whose error names the invalid line.
struct PrometheusText {
    struct Sample: Equatable {
        var name: String
        var labels: [String: String]
        var value: Double
    }
    struct Unreadable: Error { var line: String }

    var types: [String: String] = [:]
    var help: [String: String] = [:]
    var samples: [Sample] = []

    init(_ text: String) throws {
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) where !line.isEmpty {
            if line.hasPrefix("# ") {
                let words = line.split(separator: " ", maxSplits: 3)
                guard words.count == 4 else { throw Unreadable(line: String(line)) }
                switch words[1] {
                case "TYPE": types[String(words[2])] = String(words[3])
                case "HELP": help[String(words[2])] = String(words[3])
                default: throw Unreadable(line: String(line))
                }
            } else {
                samples.append(try Self.sample(line))
            }
        }
    }

    func value(_ name: String, _ labels: [String: String] = [:]) -> Double? {
        samples.first { $0.name == name && $0.labels == labels }?.value
    }

    private static func sample(_ line: Substring) throws -> Sample {
        var rest = line.unicodeScalars
        var labels: [String: String] = [:]
        let name = take(&rest) { $0 != "{" && $0 != " " }
        if rest.first == "{" {
            rest.removeFirst()
            while rest.first != "}" {
                let label = take(&rest) { $0 != "=" }
                guard rest.starts(with: "=\"".unicodeScalars) else { throw Unreadable(line: String(line)) }
                rest.removeFirst(2)
                labels[label] = try labelValue(&rest, line)
                if rest.first == "," { rest.removeFirst() }
            }
            rest.removeFirst()
        }
        guard rest.first == " ", let value = number(String(rest.dropFirst())) else {
            throw Unreadable(line: String(line))
        }
        return Sample(name: name, labels: labels, value: value)
    }

    private static func labelValue(_ rest: inout Substring.UnicodeScalarView, _ line: Substring) throws -> String {
        var value = ""
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\"": return value
            case "\\":
                switch rest.popFirst() {
                case "n": value += "\n"
                case "\\": value += "\\"
                case "\"": value += "\""
                default: throw Unreadable(line: String(line))
                }
            default: value.unicodeScalars.append(scalar)
            }
        }
        throw Unreadable(line: String(line))
    }

    private static func take(
        _ rest: inout Substring.UnicodeScalarView, while condition: (Unicode.Scalar) -> Bool
    ) -> String {
        let taken = rest.prefix(while: condition)
        rest.removeFirst(taken.count)
        return String(taken)
    }

    private static func number(_ text: String) -> Double? {
        switch text {
        case "+Inf": .infinity
        case "-Inf": -.infinity
        case "NaN": .nan
        default: Double(text)
        }
    }
}
