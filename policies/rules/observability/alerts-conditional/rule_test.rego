package planproof.rules.observability["alerts-conditional_test"]

import data.planproof.rules.observability["alerts-conditional"] as rule

_alert(name, severity, conditional) := {"subjects": {"alert": [{
	"kind": "alert",
	"id": "a",
	"name": name,
	"facts": {"severity": severity, "conditional": conditional},
}]}}

test_one_that_compares_nothing_is_violated if {
	count(rule.violation) == 1 with input as _alert("ShopErrors", "critical", false)
}

test_one_that_compares_is_not if {
	count(rule.violation) == 0 with input as _alert("ShopErrors", "critical", true)
}

test_a_dead_mans_switch_means_it if {
	count(rule.violation) == 0 with input as _alert("DeadMansSwitch", "critical", false)
	count(rule.violation) == 0 with input as _alert("PipelineWorks", "none", false)
}

test_one_that_reads_unknown_records_is_undecided if {
	found := rule.undecided with input as _alert("ShopErrors", "critical", {"unknown": "no record"})
	count(found) == 1
	count(rule.violation) == 0 with input as _alert("ShopErrors", "critical", {"unknown": "no record"})
}
