package planproof.rules.documentation["sections-complete_test"]

import data.planproof.rules.documentation["sections-complete"] as rule

_planned(role, path, topics) := {
	"kind": "plan-document", "id": sprintf("%s:%s", [role, path]), "name": path,
	"facts": {"role": role, "path": path, "exists": true, "topics": topics},
}

_file(path, targets) := {"kind": "document", "id": path, "name": path, "facts": {"path": path, "leadsTo": targets}}

_violated(planned, files) := result if result := count(rule.violation) with input.subjects as {"plan-document": planned, "document": files}

test_a_linked_document_of_the_plan_has_the_part if {
	deploy := _planned("procedure", "a.md#steps", ["rollback"])
	verify := _planned("verification", "b.md", ["verification"])
	_violated([deploy], []) == 1
	_violated([deploy, verify], [_file("a.md", ["b.md"]), _file("b.md", [])]) == 0
	_violated([deploy, verify], [_file("a.md", ["c.md"]), _file("b.md", [])]) == 1
}

test_a_runbook_that_goes_back_is_judged_as_that if {
	_violated([_planned("runbook", "a.md", ["rollback"])], []) == 0
	_violated([_planned("runbook", "a.md", ["overview"])], []) == 2
	_violated([_planned("runbook", "a.md", ["overview"]), _planned("restore", "a.md", ["restore", "verification"])], []) == 0
}

test_unread_topics_are_undecided if {
	unread := _planned("runbook", "a.md", {"unknown": "it is a PDF"})
	_violated([unread], []) == 0
	count(rule.undecided) == 1 with input.subjects as {"plan-document": [unread]}
}
