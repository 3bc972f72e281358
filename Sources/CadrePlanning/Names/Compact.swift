/// A number of an entity, group or priority in 32 bits.
///
/// A mission has at most a million entities, and a demand a thousand runs: the numbers of both together stay below 2³¹.
/// Anything greater, which only a factor could be, counts as the greatest number.
@propertyWrapper struct Compact: Hashable, Sendable {
    private let stored: Int32

    init(wrappedValue: Int) { stored = Int32(clamping: wrappedValue) }

    var wrappedValue: Int {
        get { Int(stored) }
        set { self = Compact(wrappedValue: newValue) }
    }
}
