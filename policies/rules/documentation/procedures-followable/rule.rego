# METADATA
# title: Procedures are steps with commands and results
# description: >-
#   Under pressure people do what is written. A procedure that is not written as numbered steps with the
#   commands to run leaves the order and the details to memory, and one that does not say what is to be seen
#   leaves open whether a step worked.
# custom:
#   severity: warning
#   applies_to: [plan-document]
#   uses: [document]
#   criteria: [devops-practices, rollback]
#   controls:
#     nist-800-53: [CP-2, CP-10]
#     soc2: [CC8.1]
#     iso-27001: [A.5.37]
#   statements:
#     - documents.procedures[]
#     - documents.verification[]
#     - recovery.procedure
#   remediation: Write numbered steps, each with its command and what is to be seen when it worked.
package planproof.rules.documentation["procedures-followable"]

import data.planproof.lib.finding

violation contains finding.at(document, ["path"], message) if {
	some document in _judged
	_text[document.id].steps == 0
	message := sprintf("%s, which the plan names as %s, has no numbered steps.", [document.name, document.facts.role])
}

violation contains finding.at(document, ["path"], message) if {
	some document in _judged
	_text[document.id].commands == 0
	message := sprintf("%s, which the plan names as %s, gives no command to run.", [document.name, document.facts.role])
}

violation contains finding.at(document, ["path"], message) if {
	some document in _judged
	_text[document.id].expectations == 0
	not _verified(document)
	message := sprintf("%s, which the plan names as %s, does not say what is to be seen when it worked.", [document.name, document.facts.role])
}

undecided contains finding.undecided(document, ["steps"]) if some document in _judged

examined contains finding.examined(document) if some document in _judged

_judged := [document |
	some document in input.subjects["plan-document"]
	document.facts.role in {"procedure", "verification", "restore"}
	document.facts.exists != false
]

# A section on how to see that all of it worked says so for its steps.
_verified(document) if {
	document.facts.role != "verification"
	"verification" in document.facts.topics
}

# Of the whole file, whichever of its sections the plan names.
_text[planned.id] := {"steps": steps, "commands": commands, "expectations": document.facts.expectations} if {
	some planned in _judged
	some document in input.subjects.document
	document.facts.path == split(planned.facts.path, "#")[0]
	document.facts.whole == true
	count(document.facts.sections) > 0
	steps := sum([section.steps | some section in document.facts.sections])
	commands := sum([section.commands | some section in document.facts.sections])
}
