package planproof.rules.observability["inventory-complete_test"]

import data.planproof.rules.observability["inventory-complete"] as rule

_inventory(facts) := {
	"kind": "inventory",
	"id": "infra:a",
	"name": "a",
	"facts": object.union({"everyRegion": true, "everyType": true}, facts),
}

test_what_is_left_out_is_a_violation if {
	violation := rule.violation with input.subjects.inventory as [
		_inventory({"everyRegion": false}),
		_inventory({"everyType": false}),
		_inventory({"everyRegion": null}),
	]
	violation == {
		{"kind": "inventory", "id": "infra:a", "path": ["everyRegion"], "message": "a leaves regions out."},
		{"kind": "inventory", "id": "infra:a", "path": ["everyType"], "message": "a records some types of resources only."},
	}
}

test_an_unknown_is_undecided_with_its_reason if {
	undecided := rule.undecided with input.subjects.inventory as [_inventory({"everyType": {"unknown": "var.x has no value"}})]
	undecided == {{
		"kind": "inventory",
		"id": "infra:a",
		"path": ["everyType"],
		"reason": "var.x has no value",
	}}
}
