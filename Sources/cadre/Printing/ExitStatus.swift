import ArgumentParser

/// The exit codes of commands, after sysexits(3). Source: CONTRACT § 8.
enum ExitStatus {
    static let badData = ExitCode(65)
    static let noInput = ExitCode(66)
    static let unavailable = ExitCode(69)
    static let internalError = ExitCode(70)
    static let cannotCreate = ExitCode(73)
    static let ioError = ExitCode(74)
    static let protocolError = ExitCode(76)
    static let noPermission = ExitCode(77)
    static let configuration = ExitCode(78)
}
