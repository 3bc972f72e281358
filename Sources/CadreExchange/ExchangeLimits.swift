import CadreContract

/// Every bound of sheets, with its unit and its reason.
public enum ExchangeLimits {
    /// Bytes of a sheet: 100,000 rows of 2.5 KB, far more than a planner types.
    public static let sheetBytesMax = 256 << 20
    /// Rows of a sheet: as many entities as a mission may have.
    public static let rowsMax = ContractLimits.entitiesMax
    /// Columns of a sheet: what a spreadsheet gives where somebody formatted whole rows, and no more.
    public static let columnsMax = 16_384
    /// Bytes of a cell: a list of 1,000 identifiers of 64, parted by two characters. What is longer is mostly a quote
    /// that was never closed.
    public static let cellBytesMax = 128 << 10
    /// Bytes of a mapping: some thousand translated values.
    public static let mappingBytesMax = 1 << 20
    /// Characters of a cell that are shown where it is wrong.
    static let shownCharactersMax = 60
    /// Names that are shown of many.
    static let shownNamesMax = 20
}
