/// Escapes text from outside for the format that it is written into. It works on scalars: a sign with an accent is one
/// character to Swift, and still a sign to the readers of a file.
enum Escaping {
    /// Escapes a text for HTML and SVG, as content or as an attribute in double quotes.
    ///
    /// Control characters and those that change the direction of writing are shown as `·`.
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

    /// Escapes a text for Markdown (CommonMark with GitHub's tables), within a line. A text at the beginning of a line
    /// needs more: see `MarkdownPage`.
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

    /// Returns a string of a style sheet, quotes included: every sign but ASCII letters and digits by its number, so that none
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
