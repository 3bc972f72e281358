/// Text from outside, made harmless in what it is written into. By scalars: a sign with an accent on it is one
/// character to Swift, and still a sign to whoever reads the file.
enum Escaping {
    /// For HTML and SVG, as content or as an attribute in double quotes.
    ///
    /// What a terminal must not obey is of no use in a page either: control characters and those that turn the
    /// direction of writing are shown as `·`.
    static func html(_ text: String) -> String {
        let shown = Printable.text(text)
        guard shown.unicodeScalars.contains(where: isSpecial) else { return shown }
        var result = ""
        result.unicodeScalars.reserveCapacity(shown.unicodeScalars.count + 16)
        for scalar in shown.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case _ where isNoncharacter(scalar): result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// For Markdown (CommonMark with GitHub's tables), within a line. A text that begins a line needs more: see
    /// `MarkdownPage`.
    static func markdown(_ text: String) -> String {
        var result = ""
        for scalar in Printable.text(text).unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\\", "`", "*", "_", "[", "]", "|", "~", "#", "!", "$": result += "\\\(scalar)"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// A string of a style sheet, quotes included: every sign but ASCII letters and digits by its number, so that none
    /// of them can end the string or the sheet.
    static func styleString(_ text: String) -> String {
        var result = "\""
        for scalar in Printable.text(text).unicodeScalars {
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9": result.unicodeScalars.append(scalar)
            default: result += "\\" + String(scalar.value, radix: 16) + " "
            }
        }
        return result + "\""
    }

    private static func isSpecial(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "&", "<", ">", "\"", "'": true
        default: isNoncharacter(scalar)
        }
    }

    /// XML has no place for them.
    private static func isNoncharacter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value)
    }
}
