import ArgumentParser
import CadreRuntime

struct CadreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cadre",
        abstract: "Plan a training mission from the pledges of the nations.",
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
                name: "Clients of a daemon:",
                subcommands: [
                    SubmitCommand.self, PublishCommand.self, WatchCommand.self, GetCommand.self, ExplainCommand.self,
                    WhatIfCommand.self, DiffCommand.self,
                ]),
            CommandGroup(
                name: "Without a daemon:",
                subcommands: [EstimateCommand.self, CheckCommand.self, SchemaCommand.self]),
            CommandGroup(
                name: "With or without a daemon:",
                subcommands: [ReportCommand.self, ImportCommand.self, ExportCommand.self]),
            CommandGroup(name: "Demonstration:", subcommands: [DemoCommand.self]),
        ])
}
