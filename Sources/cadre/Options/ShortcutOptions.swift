import ArgumentParser
import CadreContract

/// The shortcuts of what-if questions.
struct ShortcutOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The pledge, or all of a nation that are not completed, to withdraw; repeatable.",
            valueName: "nation[/pledge]"))
    var withdraw: [PledgeChoice] = []

    @Option(
        help: ArgumentHelp(
            """
            The pledge, or all of a nation that are not deployed yet, and the days by which it starts later (below 0: \
            earlier), with the same duration; repeatable.
            """, valueName: "nation[/pledge]=days"))
    var delay: [DelayChoice] = []

    @Option(
        help: ArgumentHelp(
            "The pledge, or all that a nation has indicated or offered, to confirm; repeatable.",
            valueName: "nation[/pledge]"))
    var confirm: [PledgeChoice] = []

    @Option(
        help: ArgumentHelp(
            "The pledge, and the caveat to remove, otherwise all of its caveats; repeatable.",
            valueName: "nation/pledge[=caveat]"))
    var lift: [LiftChoice] = []

    @Option(
        help: ArgumentHelp(
            "The element to accept, with all that it requires; repeatable.", valueName: "element"))
    var accept: [String] = []

    @Option(
        name: .customLong("return"),
        help: ArgumentHelp("The element to return, without others; repeatable.", valueName: "element"))
    var giveBack: [String] = []

    @Option(help: ArgumentHelp("The line and its number of posts; repeatable.", valueName: "line=posts"))
    var posts: [PostsChoice] = []

    @Option(
        help: ArgumentHelp(
            "The planning factor and its value, a number or other JSON; repeatable.", valueName: "name=value"))
    var factor: [FactorChoice] = []

    /// The shortcuts in the order in which they are applied: withdrawals last.
    var shortcuts: [WhatIfShortcut] {
        confirm.map { .confirm($0) } + lift.map { .lift($0) } + delay.map { .delay($0) } + accept.map { .accept($0) }
            + giveBack.map { .giveBack($0) } + posts.map { .posts($0) } + factor.map { .factor($0) }
            + withdraw.map { .withdraw($0) }
    }

    func validate() throws {
        if let both = accept.first(where: { giveBack.contains($0) }) {
            throw ValidationError("\(both) cannot be accepted and returned.")
        }
    }
}

extension PledgeChoice: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension DelayChoice: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension LiftChoice: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension PostsChoice: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension FactorChoice: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}
