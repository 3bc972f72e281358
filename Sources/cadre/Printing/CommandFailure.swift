import ArgumentParser
import CadreClient
import CadreContract
import CadreDaemon
import CadreJournal
import Threading

/// The failure of a command: one line with cause and remedy, and the exit code.
struct CommandFailure: Error, CustomStringConvertible {
    enum Kind {
        case usage, badData, noInput, unavailable, internalError, cannotCreate, ioError, protocolError, noPermission
        case configuration

        var exitCode: ExitCode {
            switch self {
            case .usage: ExitCode.validationFailure
            case .badData: ExitStatus.badData
            case .noInput: ExitStatus.noInput
            case .unavailable: ExitStatus.unavailable
            case .internalError: ExitStatus.internalError
            case .cannotCreate: ExitStatus.cannotCreate
            case .ioError: ExitStatus.ioError
            case .protocolError: ExitStatus.protocolError
            case .noPermission: ExitStatus.noPermission
            case .configuration: ExitStatus.configuration
            }
        }
    }

    let description: String
    let kind: Kind

    init(_ description: String, _ kind: Kind) {
        self.description = description
        self.kind = kind
    }

    /// Runs a command's work and turns a failure into a line on standard error and an exit code.
    static func reported<Result>(_ work: () async throws -> Result) async throws -> Result {
        let failure: CommandFailure
        do {
            return try await work()
        } catch let error as CommandFailure {
            failure = error
        } catch let error as ClientError {
            failure = CommandFailure(error)
        } catch let error as JournalError {
            failure = CommandFailure(error)
        } catch let error as ConfigurationProblems {
            failure = CommandFailure(error)
        } catch let error as PublishedFault {
            failure = CommandFailure("\(error)", .protocolError)
        } catch let error as ThreadingError {
            failure = CommandFailure("\(error)", .internalError)
        }
        Console.complain("cadre: \(failure)")
        throw failure.kind.exitCode
    }
}

extension CommandFailure {
    init(_ error: ClientError) {
        let kind: Kind =
            switch error {
            case .unreachable, .unanswered: .unavailable
            case .notUnderstood: .protocolError
            case .noEndpoint: .usage
            case .socket: .ioError
            case .refused(let error):
                switch error.code {
                case .busy: .unavailable
                case .notAuthorised: .noPermission
                case .internalError: .internalError
                default: .badData
                }
            }
        self.init("\(error)", kind)
    }

    init(_ error: JournalError) {
        let kind: Kind =
            switch error.cause {
            case .diskFull, .readOnly, .inputOutput: .ioError
            case .exists: .cannotCreate
            case .noPermission: .noPermission
            case .damaged, .notAJournal, .newerVersion, .olderVersion: .badData
            case .missing: .noInput
            case .locked, .busy: .unavailable
            case .closed, .other: .internalError
            }
        self.init("\(error)", kind)
    }

    init(_ error: ConfigurationProblems) {
        let lines = error.problems.map { "\n  \($0)" }.joined()
        self.init("the configuration is invalid; correct these settings:\(lines)", .configuration)
    }
}
