/// A condition between the members of an object that a schema can express.
public enum Condition: Sendable {
    /// If the member is one of the words, the object also has these members.
    case when(String, isOneOf: [String], [FieldDescription])
    /// Unless the member is the word, the object also has these members.
    case unless(String, is: String, [FieldDescription])
    /// If the member matches the regular expression, the object also has these members.
    case matching(String, pattern: String, [FieldDescription])
    /// If the member has the shape, these members have their shapes.
    case having(String, Shape, [FieldDescription])
    /// At most one of the two members is present.
    case notBoth(String, String)
    /// Exactly one of the members is present.
    case exactlyOne([String])
}
