# METADATA
# title: Entry point
# description: >-
#   Evaluates the rules that the host asks for; each answer is a list that is empty when the rule does not define it. A rule's id is its package's path, so that a new folder appears by itself.
package planproof.main

# METADATA
# entrypoint: true
results[id] := result if {
	some id in input.rules
	[domain, name] := split(id, "/")
	result := {
		"violations": [findings | findings := data.planproof.rules[domain][name].violation],
		"undecided": [findings | findings := data.planproof.rules[domain][name].undecided],
		"examined": [subjects | subjects := data.planproof.rules[domain][name].examined],
	}
}
