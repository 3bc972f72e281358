import ArgumentParser

struct JournalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal",
        abstract: "Reads, checks and copies the journal of a data folder, also while a daemon runs on it.",
        discussion: "None of these changes the journal but restore, which needs the daemon to be stopped.",
        subcommands: [
            JournalVerifyCommand.self, JournalDumpCommand.self, JournalRejectionsCommand.self,
            JournalBackupCommand.self, JournalRestoreCommand.self,
        ])
}
