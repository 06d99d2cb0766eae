package planproof.rules.network["peering-routes-limited_test"]

import data.planproof.rules.network["peering-routes-limited"] as rule

_route(destinations, peered) := {
	"kind": "route",
	"id": "infra:a",
	"name": "a",
	"facts": {"destinations": destinations, "overPeering": peered},
}

test_everything_into_a_joined_network_is_a_violation if {
	violation := rule.violation with input.subjects.route as [_route(["::/0"], true)]
	violation == {{
		"kind": "route",
		"id": "infra:a",
		"path": ["destinations"],
		"message": "a sends everything into a joined network.",
	}}
}

test_named_addresses_and_other_ways_out_are_none if {
	violation := rule.violation with input.subjects.route as [_route(["10.1.0.0/16"], true), _route(["0.0.0.0/0"], false)]
	violation == set()
}

test_an_unknown_is_undecided_with_its_reason if {
	undecided := rule.undecided with input.subjects.route as [_route({"unknown": "var.x has no value"}, true)]
	undecided == {{
		"kind": "route",
		"id": "infra:a",
		"path": ["destinations"],
		"reason": "var.x has no value",
	}}
}
