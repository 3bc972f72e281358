import CadreContract

/// Reads event files line by line, without empty lines.
struct EventFiles: ~Copyable {
    private var waiting: ArraySlice<String>
    private var current: (path: String, number: Int)?
    private var lines: LineReader?
    /// The number of bytes read, and of all bytes, or `nil` if the size of a file is unknown.
    private(set) var bytesRead = 0
    let bytesTotal: Int?

    init(_ paths: [String]) {
        waiting = paths[...]
        var total: Int? = 0
        for path in paths {
            total = total.flatMap { sum in LineReader.size(of: path).map { sum + $0 } }
        }
        bytesTotal = total
    }

    /// Returns the next line that is not empty, or `nil` after the last.
    /// - Throws: `CommandFailure` with the file and the remedy.
    mutating func next() throws -> EventLine? {
        while true {
            if let place = current, let bytes = try lines?.next() {
                let number = place.number + 1
                current = (place.path, number)
                bytesRead += bytes.count + 1
                guard bytes.contains(where: { $0 != 0x20 && $0 != 0x09 }) else { continue }
                return EventLine(file: place.path, number: number, bytes: bytes)
            }
            guard let path = waiting.popFirst() else { return nil }
            lines = try LineReader(path: path)
            current = (path, 0)
        }
    }

    /// The progress in per cent, or an empty text for files of unknown size.
    var progress: String {
        guard let total = bytesTotal, total > 0 else { return "" }
        return "\(min(100, bytesRead * 100 / total)) %  "
    }

    /// Calls `take` with every reading of every line, and the line.
    static func forEach(_ paths: [String], _ take: (_ line: EventLine, _ reading: Reading) throws -> Void) throws {
        let reader = EventReader()
        var files = EventFiles(paths)
        while let line = try files.next() {
            for reading in reader.read(payload: line.bytes) { try take(line, reading) }
        }
    }
}
