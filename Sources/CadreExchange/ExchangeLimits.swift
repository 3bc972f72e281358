import CadreContract

/// The bounds of sheets, each with its unit and reason.
public enum ExchangeLimits {
    /// Bytes of a sheet: 100,000 rows of 2.5 KB, far more than a planner types.
    public static let sheetBytesMax = 256 << 20
    /// Rows of a sheet: as many entities as a mission may have.
    public static let rowsMax = ContractLimits.entitiesMax
    /// Columns of a sheet: the number that a spreadsheet writes if whole rows were formatted.
    public static let columnsMax = 16_384
    /// Bytes of a cell: a list of 1,000 identifiers of 64, separated by two characters. A longer cell is mostly a quote
    /// that was never closed.
    public static let cellBytesMax = 128 << 10
    /// Bytes of a mapping: some thousand translated values.
    public static let mappingBytesMax = 1 << 20
    /// Characters of an invalid cell that are shown.
    static let shownCharactersMax = 60
    /// Names that are shown of a longer list.
    static let shownNamesMax = 20
}
