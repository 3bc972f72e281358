/// The reason why bytes are not a JSON text that Cadre reads, and its position. Contains none of the content.
public struct JSONFault: Error, Equatable, Sendable, CustomStringConvertible {
    public enum Problem: String, Sendable, CaseIterable {
        case nothing = "nothing but white space; a JSON value was expected"
        case byteOrderMark = "a byte order mark; send UTF-8 without one"
        case notUTF8 = "not UTF-8"
        case controlCharacter = "a control character within a text; escape it"
        case badEscape = "an escape that JSON does not know"
        case loneSurrogate = "half of a surrogate pair"
        case badNumber = "not a number as JSON writes it"
        case badLiteral = "not a JSON value"
        case nameExpected = "a member's name in quotes was expected"
        case colonExpected = "a colon was expected after the member's name"
        case separatorExpected = "a comma or the end of the list or object was expected"
        case unfinished = "the JSON text ends too early"
        case trailing = "something follows the JSON value"
        case tooDeep = "lists and objects are nested too deep"
        case tooLong = "the JSON text is too long"
    }

    public let problem: Problem
    /// The offset of the byte at which the fault was detected, from 0.
    public let offset: Int

    public init(_ problem: Problem, at offset: Int) {
        self.problem = problem
        self.offset = offset
    }

    public var description: String { "byte \(offset): \(problem.rawValue)" }
}
