package planproof.rules["supply-chain"]["production-attested_test"]

import data.planproof.rules["supply-chain"]["production-attested"] as rule

_job(name, facts) := {"kind": "deploy-job", "id": name, "name": name, "facts": facts}

_plan(artifacts) := {"kind": "plan", "id": "plan", "name": "plan", "facts": {"artifacts": artifacts}}

_bare := _job("live", {"production": true, "attested": false})

_signed := _job("staging", {"production": false, "attested": true})

test_what_the_plan_promises_is_asked_of_production_only if {
	subjects := {
		"deploy-job": [_bare, _job("staging", {"production": false, "attested": false})],
		"plan": [_plan({"signed": true, "provenance": null})],
	}
	violation := rule.violation with input.subjects as subjects
	{[id, of] | some one in violation; id := one.id; of := one.related[0].kind} == {["live", "plan"]}
	examined := rule.examined with input.subjects as subjects
	{one.id | some one in examined} == {"live"}
}

test_a_promised_provenance_counts_as_a_promised_signature_does if {
	violation := rule.violation with input.subjects as {
		"deploy-job": [_bare],
		"plan": [_plan({"signed": null, "provenance": true})],
	}
	count(violation) == 1
}

test_what_another_deployment_has_is_asked_of_production if {
	violation := rule.violation with input.subjects as {"deploy-job": [_bare, _signed], "plan": []}
	{[one.message, one.related[0].id] | some one in violation} == {["Nothing before deploy job live signs or attests what it deploys to production, unlike before staging.", "staging"]}
}

test_the_plan_is_named_where_both_ask if {
	violation := rule.violation with input.subjects as {"deploy-job": [_bare, _signed], "plan": [_plan({"signed": true})]}
	{one.related[0].kind | some one in violation} == {"plan"}
}

test_nothing_is_asked_where_nobody_signs if {
	subjects := {"deploy-job": [_bare], "plan": [_plan({"signed": null, "provenance": null})]}
	violation := rule.violation with input.subjects as subjects
	count(violation) == 0
	examined := rule.examined with input.subjects as subjects
	count(examined) == 0
}

test_what_was_made_elsewhere_is_not_asked if {
	subjects := {"deploy-job": [_job("live", {"production": true, "attested": null}), _signed], "plan": []}
	violation := rule.violation with input.subjects as subjects
	count(violation) == 0
	undecided := rule.undecided with input.subjects as subjects
	count(undecided) == 0
}

test_it_is_undecided_where_that_or_the_environment_is_unknown if {
	undecided := rule.undecided with input.subjects as {
		"deploy-job": [
			_signed,
			_job("a", {"production": true, "attested": {"unknown": "x"}}),
			_job("b", {"production": {"unknown": "y"}, "attested": false}),
		],
		"plan": [],
	}
	{[one.id, one.reason] | some one in undecided} == {["a", "x"], ["b", "y"]}
}
