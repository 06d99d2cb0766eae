package planproof.rules.delivery["production-replaced-gradually_test"]

import data.planproof.rules.delivery["production-replaced-gradually"] as rule

workload(facts) := {"kind": "workload", "id": "s", "name": "s", "facts": object.union({"type": "Deployment", "production": true, "strategy": "recreate", "replicas": 2}, facts)}

told(facts) := count(found) if found := rule.violation with input as {"subjects": {"workload": [workload(facts)]}}

open(facts) := {each.reason | some each in rule.undecided with input as {"subjects": {"workload": [workload(facts)]}}}

test_several_replicas_that_stop_together_are_told if {
	told({}) == 1
	told({"type": "StatefulSet"}) == 1
	told({"strategy": "rolling"}) == 0
}

test_one_replica_and_other_environments_are_not_asked if {
	told({"replicas": 1}) == 0
	told({"production": false}) == 0
	told({"type": "Rollout"}) == 0
	open({"replicas": 1, "production": {"unknown": "a"}}) == set()
}

test_only_what_may_stop_together_is_undecided if {
	open({"production": {"unknown": "a"}}) == {"a"}
	open({"replicas": {"unknown": "b"}}) == {"b"}
	open({"strategy": "rolling", "production": {"unknown": "a"}}) == set()
}
