import ArgumentParser
import CadreRuntime

struct CadreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cadre",
        abstract: "Plans a training mission from what the nations will actually give.",
        discussion: """
            Cadre reads pledges and training events, and keeps the estimates of a mission's force, training and \
            logistics up to date. `cadre serve` is the daemon; the other commands talk to one, or work only on files.
            """,
        version: CadreVersion.current,
        groupedSubcommands: [
            CommandGroup(
                name: "The daemon:",
                subcommands: [ServeCommand.self, ConfigCommand.self, StatusCommand.self, JournalCommand.self]),
            CommandGroup(
                name: "Speaking to a daemon:",
                subcommands: [
                    SubmitCommand.self, PublishCommand.self, WatchCommand.self, GetCommand.self, ExplainCommand.self,
                    WhatIfCommand.self, DiffCommand.self,
                ]),
            CommandGroup(
                name: "Without a daemon:",
                subcommands: [EstimateCommand.self, CheckCommand.self, SchemaCommand.self]),
            CommandGroup(
                name: "With a daemon or without:",
                subcommands: [ReportCommand.self, ImportCommand.self, ExportCommand.self]),
            CommandGroup(name: "To look around:", subcommands: [DemoCommand.self]),
        ])
}
