package planproof.rules.identity["token-permissions-per-job_test"]

import data.planproof.rules.identity["token-permissions-per-job"] as rule

_pipeline(shared) := {"kind": "pipeline", "id": "ci", "name": "CI", "facts": {"tokenPermissions": "scoped", "sharedPermissions": shared}}

test_what_several_jobs_may_write_is_a_violation if {
	violation := rule.violation with input.subjects.pipeline as [_pipeline([{"permission": "pages"}]), _pipeline([])]
	{one.message | some one in violation} == {"Pipeline CI lets several jobs write pages."}
}

test_other_systems_are_not_examined if {
	examined := rule.examined with input.subjects.pipeline as [{"kind": "pipeline", "id": "a", "facts": {"tokenPermissions": null}}]
	examined == set()
}
