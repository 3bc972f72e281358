import GRDB
import GRDBSQLite

// Calls SQLite directly on a statement that GRDB prepared and caches: with hundreds of thousands of rows, a value
// object per column would be too slow. Bytes are bound and read unchanged; a text may contain any byte, also zero.
extension Statement {
    /// Binds a text without a copy. Its memory must remain valid until the statement is rewound.
    func bindText(_ bytes: UnsafeRawBufferPointer, at index: Int32) {
        // An empty buffer may have no address, and SQLite would bind NULL instead.
        guard let address = bytes.baseAddress, !bytes.isEmpty else { return bindEmptyText(at: index) }
        sqlite3_bind_text64(
            sqliteStatement, index, address.assumingMemoryBound(to: CChar.self), UInt64(bytes.count), nil,
            UInt8(SQLITE_UTF8))
    }

    /// Binds a blob without a copy. Its memory must remain valid until the statement is rewound.
    func bindBlob(_ bytes: UnsafeRawBufferPointer, at index: Int32) {
        guard let address = bytes.baseAddress, !bytes.isEmpty else { return bindEmptyBlob(at: index) }
        sqlite3_bind_blob64(sqliteStatement, index, address, UInt64(bytes.count), nil)
    }

    func bind(_ value: Int64, at index: Int32) { sqlite3_bind_int64(sqliteStatement, index, value) }

    func bindNull(at index: Int32) { sqlite3_bind_null(sqliteStatement, index) }

    /// Binds a copy of a text, or NULL.
    func bind(_ text: String?, at index: Int32) {
        guard var text else { return bindNull(at: index) }
        text.withUTF8 { utf8 in
            guard let address = utf8.baseAddress, !utf8.isEmpty else { return bindEmptyText(at: index) }
            address.withMemoryRebound(to: CChar.self, capacity: utf8.count) { address in
                _ = sqlite3_bind_text64(
                    sqliteStatement, index, address, UInt64(utf8.count), Self.copied, UInt8(SQLITE_UTF8))
            }
        }
    }

    /// Binds a copy of a blob.
    func bind(_ bytes: ArraySlice<UInt8>, at index: Int32) {
        bytes.withUnsafeBytes { bytes in
            guard let address = bytes.baseAddress, !bytes.isEmpty else { return bindEmptyBlob(at: index) }
            sqlite3_bind_blob64(sqliteStatement, index, address, UInt64(bytes.count), Self.copied)
        }
    }

    private func bindEmptyText(at index: Int32) {
        sqlite3_bind_text(sqliteStatement, index, "", 0, Self.copied)
    }

    private func bindEmptyBlob(at index: Int32) {
        sqlite3_bind_zeroblob(sqliteStatement, index, 0)
    }

    /// Executes the statement up to its next row.
    /// - Returns: Whether there is a row.
    func step() throws -> Bool {
        switch sqlite3_step(sqliteStatement) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code:
            let message = String(cString: sqlite3_errmsg(sqlite3_db_handle(sqliteStatement)))
            throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
        }
    }

    /// Resets the statement for its next use. The result is ignored, because it repeats the error that `step()` threw.
    func rewind() { sqlite3_reset(sqliteStatement) }

    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(sqliteStatement, column) }

    func isNull(_ column: Int32) -> Bool { sqlite3_column_type(sqliteStatement, column) == SQLITE_NULL }

    /// Returns the type of a column's value: `SQLITE_INTEGER`, `SQLITE_TEXT` …
    func type(_ column: Int32) -> Int32 { sqlite3_column_type(sqliteStatement, column) }

    /// Returns the bytes of a text or blob, which are valid until the next step.
    func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
        let address = sqlite3_column_blob(sqliteStatement, column)
        return UnsafeRawBufferPointer(start: address, count: Int(sqlite3_column_bytes(sqliteStatement, column)))
    }

    func text(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }

    func textOrNil(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

    /// `SQLITE_TRANSIENT`, which makes SQLite copy the value. Its definition is a cast that Swift does not import.
    private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
}
