/// A way to read the plan. Source: MODEL § 3.
public enum Scenario: String, CaseIterable, Sendable { case committed, offered, full }
