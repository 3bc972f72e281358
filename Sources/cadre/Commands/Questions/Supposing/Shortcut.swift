/// A supposition in a few words: events are made of it from the documents that stand.
enum Shortcut: Equatable, Sendable {
    case confirm(PledgeChoice)
    case lift(LiftChoice)
    case delay(DelayChoice)
    case accept(String)
    case giveBack(String)
    case posts(PostsChoice)
    case factor(FactorChoice)
    case withdraw(PledgeChoice)

    /// As it was written.
    var text: String {
        switch self {
        case .confirm(let pledges): "--confirm \(pledges)"
        case .lift(let lifted): "--lift \(lifted)"
        case .delay(let delay): "--delay \(delay)"
        case .accept(let element): "--accept \(element)"
        case .giveBack(let element): "--return \(element)"
        case .posts(let posts): "--posts \(posts)"
        case .factor(let factor): "--factor \(factor)"
        case .withdraw(let pledges): "--withdraw \(pledges)"
        }
    }
}
