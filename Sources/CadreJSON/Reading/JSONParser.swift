/// Validates a JSON text and creates its entries in one pass without recursion. An open list or object temporarily
/// stores the index of the enclosing one in place of its end.
struct JSONParser {
    private(set) var entries: [JSONDocument.Entry] = []
    private var at = 0
    private var depth = 0
    /// The greatest depth so far.
    private(set) var depthReached = 0
    /// Whether a number is greater than every double.
    private(set) var hasInfiniteNumber = false
    /// The entry of the innermost open list or object; -1 outside of all.
    private var open = -1
    private let depthMax: Int

    init(depthMax: Int) {
        self.depthMax = depthMax
    }

    mutating func parse(_ bytes: Span<UInt8>) throws(JSONFault) {
        // Entries keep 32-bit offsets; the contract's limit is far below.
        guard bytes.count < Int(Int32.max) else { throw JSONFault(.tooLong, at: Int(Int32.max)) }
        guard !(bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF) else {
            throw JSONFault(.byteOrderMark, at: 0)
        }
        // An event has an entry for every five bytes or so; the cap is for texts that are one long string.
        entries.reserveCapacity(min(bytes.count / 5 + 8, 4_096))
        skipSpace(bytes)
        guard at < bytes.count else { throw JSONFault(.nothing, at: at) }
        repeat {
            try value(bytes)
            try closeWhatEnds(bytes)
        } while open >= 0
        skipSpace(bytes)
        guard at == bytes.count else { throw JSONFault(.trailing, at: at) }
    }

    /// Reads a scalar or an empty list or object, or opens lists and objects down to the first scalar in them.
    private mutating func value(_ bytes: Span<UInt8>) throws(JSONFault) {
        while true {
            skipSpace(bytes)
            guard at < bytes.count else { throw JSONFault(.unfinished, at: at) }
            switch bytes[at] {
            case UInt8(ascii: "\""):
                return try text(bytes)
            case UInt8(ascii: "{"):
                try begin(.object)
                skipSpace(bytes)
                if at < bytes.count, bytes[at] == UInt8(ascii: "}") { return end() }
                try name(bytes)
            case UInt8(ascii: "["):
                try begin(.list)
                skipSpace(bytes)
                if at < bytes.count, bytes[at] == UInt8(ascii: "]") { return end() }
            case UInt8(ascii: "t"): return try literal("true", .boolean, bytes)
            case UInt8(ascii: "f"): return try literal("false", .boolean, bytes)
            case UInt8(ascii: "n"): return try literal("null", .null, bytes)
            case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number(bytes)
            default: throw JSONFault(.badLiteral, at: at)
            }
        }
    }

    /// Ends the lists and objects that end after a value, and skips a comma and the next member's name.
    private mutating func closeWhatEnds(_ bytes: Span<UInt8>) throws(JSONFault) {
        while open >= 0 {
            skipSpace(bytes)
            guard at < bytes.count else { throw JSONFault(.unfinished, at: at) }
            let isObject = entries[open].kind == .object
            switch bytes[at] {
            case UInt8(ascii: ","):
                at += 1
                if isObject { try name(bytes) }
                return
            case UInt8(ascii: "}") where isObject: end()
            case UInt8(ascii: "]") where !isObject: end()
            default: throw JSONFault(.separatorExpected, at: at)
            }
        }
    }

    private mutating func begin(_ kind: JSONDocument.Kind) throws(JSONFault) {
        guard depth < depthMax else { throw JSONFault(.tooDeep, at: at) }
        depth += 1
        depthReached = max(depthReached, depth)
        entries.append(.init(kind: kind, start: UInt32(at), end: 0, next: UInt32(open + 1)))
        open = entries.count - 1
        at += 1
    }

    private mutating func end() {
        at += 1
        depth -= 1
        let around = Int(entries[open].next) - 1
        entries[open].end = UInt32(at)
        entries[open].next = UInt32(entries.count)
        open = around
    }

    private mutating func name(_ bytes: Span<UInt8>) throws(JSONFault) {
        skipSpace(bytes)
        guard at < bytes.count else { throw JSONFault(.unfinished, at: at) }
        guard bytes[at] == UInt8(ascii: "\"") else { throw JSONFault(.nameExpected, at: at) }
        try text(bytes)
        skipSpace(bytes)
        guard at < bytes.count else { throw JSONFault(.unfinished, at: at) }
        guard bytes[at] == UInt8(ascii: ":") else { throw JSONFault(.colonExpected, at: at) }
        at += 1
    }

    private mutating func literal(
        _ word: StaticString, _ kind: JSONDocument.Kind, _ bytes: Span<UInt8>
    ) throws(JSONFault) {
        let start = at
        for offset in 0..<word.utf8CodeUnitCount {
            guard at < bytes.count else { throw JSONFault(.unfinished, at: at) }
            guard bytes[at] == word.utf8Start[offset] else { throw JSONFault(.badLiteral, at: start) }
            at += 1
        }
        add(kind, from: start)
    }

    private mutating func number(_ bytes: Span<UInt8>) throws(JSONFault) {
        let start = at
        if bytes[at] == UInt8(ascii: "-") { at += 1 }
        let whole = at
        skipDigits(bytes)
        // RFC 8259: at least one digit, and no zero before others.
        guard at > whole, at == whole + 1 || bytes[whole] != UInt8(ascii: "0") else {
            throw JSONFault(at == bytes.count && at == whole ? .unfinished : .badNumber, at: start)
        }
        if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
            at += 1
            let fraction = at
            skipDigits(bytes)
            guard at > fraction else { throw JSONFault(.badNumber, at: start) }
        }
        var hasExponent = false
        if at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "e") {
            hasExponent = true
            at += 1
            if at < bytes.count, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") { at += 1 }
            let exponent = at
            skipDigits(bytes)
            guard at > exponent else { throw JSONFault(.badNumber, at: start) }
        }
        add(.number, from: start)
        if hasExponent || at - start > Self.finiteDigits, !JSONNumber(parsing: bytes.extracting(start..<at)).isFinite {
            hasInfiniteNumber = true
        }
    }

    /// A number of so many characters without an exponent is finite.
    private static let finiteDigits = 308

    private mutating func text(_ bytes: Span<UInt8>) throws(JSONFault) {
        var scanner = JSONTextScanner(at: at + 1)
        try scanner.scan(bytes)
        entries.append(
            .init(
                kind: .text, hasEscapes: scanner.hasEscapes, start: UInt32(at + 1), end: UInt32(scanner.at),
                next: UInt32(entries.count + 1)))
        at = scanner.at + 1
    }

    private mutating func add(_ kind: JSONDocument.Kind, from start: Int) {
        entries.append(.init(kind: kind, start: UInt32(start), end: UInt32(at), next: UInt32(entries.count + 1)))
    }

    @inline(__always)
    private mutating func skipDigits(_ bytes: Span<UInt8>) {
        while at < bytes.count, bytes[at] &- 0x30 < 10 { at += 1 }
    }

    @inline(__always)
    private mutating func skipSpace(_ bytes: Span<UInt8>) {
        while at < bytes.count, bytes[at] <= 0x20 {
            switch bytes[at] {
            case 0x20, 0x09, 0x0A, 0x0D: at += 1
            default: return
            }
        }
    }
}
