package planproof.rules.documentation["planned-documents-exist_test"]

import data.planproof.rules.documentation["planned-documents-exist"] as rule

subject(facts) := {"kind": "plan-document", "id": "s", "name": "s", "facts": facts}

messages(facts) := {each.message | some each in rule.violation with input as {"subjects": {"plan-document": [subject(facts)]}}}

open(facts) := {each.reason | some each in rule.undecided with input as {"subjects": {"plan-document": [subject(facts)]}}}

facts(exists) := {"exists": exists, "role": "a procedure"}

test_a_document_that_is_missing_is_told if {
	messages(facts(false)) == {"The plan names s as a procedure, and it does not exist."}
	messages(facts(true)) == set()
}

test_what_is_not_known_is_undecided if open(facts({"unknown": "a"})) == {"a"}
