import CadreContract

/// The answer to a submission: the outcome of each event, in order, or the reason why nothing was accepted.
typealias SubmissionOutcome = Result<[EventSubmit.Outcome], ControlError>
