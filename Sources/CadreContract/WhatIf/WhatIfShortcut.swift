/// A change of the plan in a few words, from which events are made.
public enum WhatIfShortcut: Equatable, Sendable {
    case confirm(PledgeChoice)
    case lift(LiftChoice)
    case delay(DelayChoice)
    case accept(String)
    case giveBack(String)
    case posts(PostsChoice)
    case factor(FactorChoice)
    case withdraw(PledgeChoice)

    /// The option of `cadre whatif` that means it.
    public var text: String {
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
