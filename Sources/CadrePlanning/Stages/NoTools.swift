/// The tools of a stage that needs none.
struct NoTools: Sendable {}
