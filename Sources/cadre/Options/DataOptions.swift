import ArgumentParser

/// The data folder of a command.
struct DataOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The daemon's data folder. Also CADRE_DATA, STATE_DIRECTORY; else ./cadre-data.", valueName: "folder"))
    var data: String?

    var folder: String {
        // systemd may name several folders, separated by colons.
        let state = Console.variable("STATE_DIRECTORY")?.split(separator: ":").first.map(String.init)
        return data ?? Console.variable("CADRE_DATA") ?? state ?? "cadre-data"
    }
}
