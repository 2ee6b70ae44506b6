"""From a request to a decision: places, truth in three values, applicability, assessments, deadlines, the router."""
