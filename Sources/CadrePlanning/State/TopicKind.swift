/// The topic kinds on which events come. Source: CONTRACT § 1.
public enum TopicKind: String, Sendable, CaseIterable { case plan, training, pledge, logistics }
