package planproof.rules["supply-chain"]["no-untrusted-checkout_test"]

import data.planproof.rules["supply-chain"]["no-untrusted-checkout"] as rule

_pipeline(surface) := [{"kind": "pipeline", "id": "p", "name": "p", "facts": {"surface": surface}}]

_surface(fact) := {"foreignCode": [{"unguarded": false, "runs": "x"}, {"unguarded": fact, "runs": "y"}]}

_violated(fact) := {one.path[2] | some one in rule.violation with input.subjects.pipeline as _pipeline(_surface(fact))}

_undecided(fact) := {one.path | some one in rule.undecided with input.subjects.pipeline as _pipeline(_surface(fact))}

test_each_is_judged_for_itself if {
	_violated(true) == {1}
	_violated(false) == set()
}

test_an_unknown_is_undecided if {
	_undecided({"unknown": "x"}) == {["surface", "foreignCode", 1, "unguarded"]}
	_violated({"unknown": "x"}) == set()
	_undecided(true) == set()
}

test_pipelines_without_a_surface_are_not_examined if {
	examined := rule.examined with input.subjects.pipeline as _pipeline(null)
	examined == set()
	seen := rule.examined with input.subjects.pipeline as _pipeline({"foreignCode": []})
	count(seen) == 1
}
