package planproof.rules.rollback["planned-for-every-environment_test"]

import data.planproof.rules.rollback["planned-for-every-environment"] as rule

subject(facts) := {"kind": "plan-environment", "id": "s", "name": "s", "facts": facts}

messages(facts) := {each.message | some each in rule.violation with input as {"subjects": {"plan-environment": [subject(facts)]}}}

facts(production, mechanism, procedure) := {
	"production": production,
	"rollbackMechanism": mechanism,
	"rollbackProcedure": procedure,
}

test_every_environment_has_a_way_back if {
	messages(facts(false, null, null)) == {"The plan does not state how environment s goes back to the former version."}
	messages(facts(false, "redeploy", null)) == set()
}

test_production_has_a_procedure_too if {
	messages(facts(true, "redeploy", null)) == {"The plan names no rollback procedure for environment s."}
	messages(facts(true, "redeploy", "docs/rollback.md")) == set()
	count(messages(facts(true, null, null))) == 2
}
