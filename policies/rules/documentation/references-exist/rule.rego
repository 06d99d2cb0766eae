# METADATA
# title: What procedures name exists
# description: >-
#   A command with a namespace that was renamed, a script that was moved, a workflow that is gone: whoever
#   follows the document stops there. What the files tell of them is held against the documents that the plan
#   names.
# custom:
#   severity: error
#   applies_to: [document]
#   uses: [plan-document]
#   criteria: [devops-practices, rollback]
#   controls:
#     nist-800-53: [CP-2, CM-9]
#     soc2: [CC8.1]
#     iso-27001: [A.5.37]
#   remediation: Correct the name in the document.
package planproof.rules.documentation["references-exist"]

import data.planproof.lib.finding

_words := {
	"file": "file",
	"workflow": "workflow",
	"target": "command",
	"namespace": "namespace",
	"workload": "workload",
	"alert": "alert",
	"dashboard": "dashboard",
}

violation contains finding.at(document, ["references", i, "name"], message) if {
	some document in _planned
	some i, reference in document.facts.references
	reference.found == false
	message := sprintf("%s names the %s %s, which the files do not have%s.", [document.name, _words[reference.type], reference.name, _where(reference)])
}

examined contains finding.examined(document) if some document in _planned

_where(reference) := sprintf(" in the namespace %s", [reference.of]) if {
	reference.type == "workload"
	is_string(reference.of)
} else := sprintf(" for %s", [reference.of]) if {
	reference.type == "namespace"
	is_string(reference.of)
} else := ""

_planned := [document |
	some document in input.subjects.document
	document.facts.path in _paths
]

_paths contains split(planned.facts.path, "#")[0] if some planned in input.subjects["plan-document"]
