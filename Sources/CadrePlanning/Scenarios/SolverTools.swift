/// The tools of the stages that assign people to posts.
struct SolverTools {
    var solver: AssignmentSolver
    /// Asked between searches.
    let isStopped: () -> Bool
    /// A placement from which a stage may start without one from its last run; no result depends on it.
    var start: [ClassAssignment] = []
}
