import ArgumentParser
import CadreContract

/// The shortcuts of what-if questions.
struct ShortcutOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "This pledge, or all of a nation's that are not completed, is withdrawn; repeatable.",
            valueName: "nation[/pledge]"))
    var withdraw: [PledgeChoice] = []

    @Option(
        help: ArgumentHelp(
            """
            This pledge, or all of a nation's that are not there yet, comes so many days later (fewer than 0: earlier) \
            and stays as long; repeatable.
            """, valueName: "nation[/pledge]=days"))
    var delay: [DelayChoice] = []

    @Option(
        help: ArgumentHelp(
            "This pledge, or all that a nation has indicated or offered, is confirmed; repeatable.",
            valueName: "nation[/pledge]"))
    var confirm: [PledgeChoice] = []

    @Option(
        help: ArgumentHelp(
            "This pledge is given without one of its caveats, or without any; repeatable.",
            valueName: "nation/pledge[=caveat]"))
    var lift: [LiftChoice] = []

    @Option(
        help: ArgumentHelp(
            "This element is accepted, and with it all that it requires; repeatable.", valueName: "element"))
    var accept: [String] = []

    @Option(
        name: .customLong("return"),
        help: ArgumentHelp("This element, it alone, is returned; repeatable.", valueName: "element"))
    var giveBack: [String] = []

    @Option(help: ArgumentHelp("This line has so many posts; repeatable.", valueName: "line=posts"))
    var posts: [PostsChoice] = []

    @Option(
        help: ArgumentHelp(
            "This planning factor has this value, a number or other JSON; repeatable.", valueName: "name=value"))
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
