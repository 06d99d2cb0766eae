package planproof.rules.delivery["rollouts-accepted_test"]

import data.planproof.rules.delivery["rollouts-accepted"] as rule

_of(type, refused) := {"kind": "workload", "id": "a", "name": "a", "facts": object.union({"type": type}, refused)}

_told(type, refused) := {[one.path, one.message] |
	some one in rule.violation with input.subjects.workload as [_of(type, refused)]
}

_examined(type) if count(rule.examined) == 1 with input.subjects.workload as [_of(type, {})]

test_each_reason_is_told_at_its_place if {
	_told("Rollout", {"refused": [{"why": "x"}, {"why": "y"}]}) == {
		[["refused", 0, "why"], "Rollout a is not accepted: x."],
		[["refused", 1, "why"], "Rollout a is not accepted: y."],
	}
	_told("Rollout", {}) == set()
}

test_only_what_is_rolled_out_is_examined if {
	_examined("Deployment")
	not _examined("Pod")
}
