package planproof.rules["supply-chain"]["dependencies-updated_test"]

import data.planproof.rules["supply-chain"]["dependencies-updated"] as rule

_config(complete, missing) := {"kind": "update-config", "id": "a", "name": "a", "facts": {"complete": complete, "missing": missing}}

test_what_is_left_out_is_a_violation if {
	subjects := [_config(false, [{"ecosystem": "npm", "manifest": "web/package.json"}])]
	violation := rule.violation with input.subjects["update-config"] as subjects
	{one.message | some one in violation} == {"a proposes no updates of npm, which web/package.json has."}
}

test_a_foreign_preset_is_undecided if {
	subjects := [_config({"unknown": "x"}, [])]
	violation := rule.violation with input.subjects["update-config"] as subjects
	violation == set()
	undecided := rule.undecided with input.subjects["update-config"] as subjects
	{one.reason | some one in undecided} == {"x"}
}
