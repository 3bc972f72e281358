import GRDB
import GRDBSQLite

/// SQLite's own calls on a statement that GRDB prepared and caches: for rows by the hundred thousand, without a value
/// object per column. Bytes go in and out as they are; a text may hold any byte, also zero.
extension Statement {
    /// Binds bytes that stay where they are until the statement is reset.
    func bindText(_ bytes: UnsafeRawBufferPointer, at index: Int32) {
        // An empty buffer may have no address, and no address would be NULL.
        guard let address = bytes.baseAddress, !bytes.isEmpty else { return bindEmptyText(at: index) }
        sqlite3_bind_text64(
            sqliteStatement, index, address.assumingMemoryBound(to: CChar.self), UInt64(bytes.count), nil,
            UInt8(SQLITE_UTF8))
    }

    /// As `bindText(_:at:)`, for a blob.
    func bindBlob(_ bytes: UnsafeRawBufferPointer, at index: Int32) {
        guard let address = bytes.baseAddress, !bytes.isEmpty else { return bindEmptyBlob(at: index) }
        sqlite3_bind_blob64(sqliteStatement, index, address, UInt64(bytes.count), nil)
    }

    func bind(_ value: Int64, at index: Int32) { sqlite3_bind_int64(sqliteStatement, index, value) }

    func bindNull(at index: Int32) { sqlite3_bind_null(sqliteStatement, index) }

    /// Binds a copy of the text.
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

    /// Binds a copy of the bytes.
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

    /// Makes it ready for the next use. Its result repeats what the last step said, and was thrown there.
    func rewind() { sqlite3_reset(sqliteStatement) }

    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(sqliteStatement, column) }

    func isNull(_ column: Int32) -> Bool { sqlite3_column_type(sqliteStatement, column) == SQLITE_NULL }

    /// What the column holds, as `SQLITE_INTEGER`, `SQLITE_TEXT` …
    func type(_ column: Int32) -> Int32 { sqlite3_column_type(sqliteStatement, column) }

    /// The bytes of a text or blob, there until the next step.
    func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
        let address = sqlite3_column_blob(sqliteStatement, column)
        return UnsafeRawBufferPointer(start: address, count: Int(sqlite3_column_bytes(sqliteStatement, column)))
    }

    func text(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }

    func textOrNil(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

    /// SQLITE_TRANSIENT, a cast in SQLite's header that Swift does not import.
    private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
}
