package planproof.rules.observability["organization-audited_test"]

import data.planproof.rules.observability["organization-audited"] as rule

_organization(allowed) := {"kind": "organization", "id": "infra:a", "name": "a", "facts": {"trailAllowed": allowed}}

_trail := {"kind": "audit-trail", "id": "infra:t", "name": "t", "facts": {}}

test_an_organization_that_keeps_trails_out_is_a_violation if {
	violation := rule.violation with input.subjects.organization as [_organization(false)]
		with input.subjects["audit-trail"] as []
	violation == {{
		"kind": "organization",
		"id": "infra:a",
		"path": ["trailAllowed"],
		"message": "a keeps CloudTrail out, and no audit trail is among the files.",
	}}
}

test_a_trail_among_the_files_is_enough if {
	violation := rule.violation with input.subjects.organization as [_organization(false)]
		with input.subjects["audit-trail"] as [_trail]
	violation == set()
	undecided := rule.undecided with input.subjects.organization as [_organization(null)]
		with input.subjects["audit-trail"] as [_trail]
	undecided == set()
}

test_a_trail_that_may_be_elsewhere_is_undecided if {
	every allowed in [true, null, {"unknown": "var.x has no value"}] {
		undecided := rule.undecided with input.subjects.organization as [_organization(allowed)]
			with input.subjects["audit-trail"] as []
		{one.reason | some one in undecided} == {"no audit trail is among the files"}
	}
}
