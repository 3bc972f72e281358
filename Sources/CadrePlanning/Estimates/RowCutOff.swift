/// Keeps the storage of rows that stay as they are, by number.
typealias RowCutOff<Value: Equatable & Sendable> = StageCache<CutOff<Value>>
