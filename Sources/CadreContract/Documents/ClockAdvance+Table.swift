import CadrePlanning

extension ClockAdvance {
    /// The members of `clock.advanced`. Source: CONTRACT § 2.
    static let table = ObjectTable(
        "clock", "Sets the mission's clock (MODEL § 1)", from: ClockAdvance(),
        fields: [
            .optional("to", \.to, .time, "The new time of the clock, also in the future; absent: the event's `time`"),
            .fallback(
                "generation", \.generation, .whole(0...1_000), 0,
                "The greatest generation is current, within one the latest event"),
        ])
}
