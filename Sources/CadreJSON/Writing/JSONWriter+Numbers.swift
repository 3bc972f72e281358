extension JSONWriter {
    /// Writes a series: one number per period.
    public mutating func series(_ numbers: [Int]) {
        series(numbers) { $0.append($1) }
    }

    /// Writes a series; NaN and infinities become `null`.
    public mutating func series(_ numbers: [Double]) {
        series(numbers) { $0.append($1) }
    }

    /// Writes a series; `nil`, NaN and infinities become `null`.
    public mutating func series(_ numbers: [Double?]) {
        series(numbers) { $0.append($1) }
    }

    /// Writes one number.
    mutating func number(_ append: (inout NumberText) -> Void) {
        scalar { writer in
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: NumberText.numberBytesMax) { memory in
                var text = NumberText(memory)
                append(&text)
                text.flush(to: &writer.bytes)
            }
        }
    }

    @inline(__always)
    private mutating func series<Number>(_ numbers: [Number], _ append: (inout NumberText, Number) -> Void) {
        let bytesAtATime = 4_096  // on the stack; holds a series of 520 integers at once
        array { writer in
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytesAtATime) { memory in
                var text = NumberText(memory)
                var isFirst = true
                for number in numbers {
                    if !text.hasRoom { text.flush(to: &writer.bytes) }
                    if !isFirst { text.appendComma() }
                    isFirst = false
                    append(&text, number)
                }
                text.flush(to: &writer.bytes)
            }
        }
    }
}
