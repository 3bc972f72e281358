/// The outcome of reading one event of a message.
public enum Reading: Sendable {
    case event(ReceivedEvent)
    case head(SourceHead)
    case rejected(Rejection)
}
