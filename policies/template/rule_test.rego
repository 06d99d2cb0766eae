# Edge cases to show here or in examples/ (delete the lines that are done or do not apply):
# - the value is absent: what is the default?
# - the value is unknown: a variable, a template
# - several subjects in one file, several documents
# - a list of one, of many, of none
# - every format that gives this kind of subject
# - init and ephemeral containers
package PACKAGE_TEST

import data.PACKAGE as rule

_workload(value) := {"kind": "workload", "id": "shop/Deployment/web", "name": "web", "facts": {"hostNetwork": value}}

test_the_host_network_is_a_violation if {
	violation := rule.violation with input.subjects.workload as [_workload(true), _workload(false)]
	violation == {{
		"kind": "workload",
		"id": "shop/Deployment/web",
		"path": ["hostNetwork"],
		"message": "web uses the network of its node.",
	}}
}

test_an_unknown_is_undecided_with_its_reason if {
	subjects := [_workload({"unknown": "it is set by a template"})]
	violation := rule.violation with input.subjects.workload as subjects
	violation == set()
	undecided := rule.undecided with input.subjects.workload as subjects
	undecided == {{
		"kind": "workload",
		"id": "shop/Deployment/web",
		"path": ["hostNetwork"],
		"reason": "it is set by a template",
	}}
}
