/// Functions that find names in code.
enum Words {
    static func identifiers(in line: String) -> [String] {
        line.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
    }

    /// Returns the words of a name: `socket`, `thread` for `SocketThread`; `http`, `server` for `HTTPServer`.
    static func parts(of name: String) -> [String] {
        var parts: [String] = []
        var part = ""
        let characters = Array(name)
        for (index, character) in characters.enumerated() {
            let next = index + 1 < characters.count ? characters[index + 1] : nil
            let begins = character.isUppercase && (part.last?.isLowercase == true || next?.isLowercase == true)
            if begins || !(character.isLetter || character.isNumber), !part.isEmpty {
                parts.append(part.lowercased())
                part = ""
            }
            if character.isLetter || character.isNumber { part.append(character) }
        }
        return part.isEmpty ? parts : parts + [part.lowercased()]
    }
}
