package planproof.rules.network["telemetry-intake-closed_test"]

import data.planproof.rules.network["telemetry-intake-closed"] as rule

_collector(more) := {
	"kind": "telemetry-collector",
	"id": "c",
	"name": "c",
	"facts": object.union(
		{"listeners": [{"name": "otlp", "purpose": "intake", "everyInterface": true, "authenticated": false}]},
		more,
	),
}

_input(collector) := {"subjects": {"telemetry-collector": [collector]}}

test_everyone_on_a_machine if {
	count(rule.violation) == 1 with input as _input(_collector({}))
	count(rule.violation) == 1 with input as _input(_collector({"contained": false}))
}

test_not_in_a_network_of_its_own if {
	count(rule.violation) == 0 with input as _input(_collector({"contained": true}))
	count(rule.examined) == 1 with input as _input(_collector({"contained": true}))
}

test_open_where_its_network_is_not_known if {
	open := {"contained": {"unknown": "it is filled in"}}
	count(rule.violation) == 0 with input as _input(_collector(open))
	count(rule.undecided) == 1 with input as _input(_collector(open))
}
