/// A condition between the members of an object that a schema can say.
public enum Condition: Sendable {
    /// If the member is one of the words, the object also has these members.
    case when(String, isOneOf: [String], [FieldDescription])
    /// Unless the member is the word, the object also has these members.
    case unless(String, is: String, [FieldDescription])
    /// If the member matches the regular expression, the object also has these members.
    case matching(String, pattern: String, [FieldDescription])
    /// If the member has the shape, these members have theirs.
    case having(String, Shape, [FieldDescription])
    /// Not both members are there.
    case notBoth(String, String)
    /// Exactly one of the members is there.
    case exactlyOne([String])
}
