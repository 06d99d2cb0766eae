# METADATA
# title: Compliance measures have the evidence that the plan names, for each framework
# description: >-
#   An auditor asks of each measure where it can be seen, and of each framework what is done about it. Evidence that is
#   not there, and a framework without any measure, are found out in the audit.
# custom:
#   severity: warning
#   applies_to: [plan]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [CA-2, PM-10]
#     soc2: [CC4.1]
#     iso-27001: [A.5.36, A.5.31]
#   statements:
#     - security.compliance[]
#     - security.frameworks
#   remediation: Write the evidence or correct its path, and state a measure for each framework of the plan.
package planproof.rules.plan["measures-evidenced"]

import data.planproof.lib.finding

violation contains finding.at(plan, ["compliance", i, "evidence", j, "path"], message) if {
	some [plan, i, j, evidence] in _evidence
	evidence.exists == false
	message := sprintf("The plan names %s as evidence, and it does not exist.", [evidence.path])
}

violation contains finding.at(plan, ["frameworks"], message) if {
	some plan in _measuring
	some framework in plan.facts.frameworks
	every measure in plan.facts.compliance { measure.framework != framework }
	message := sprintf("The plan must satisfy %s, and states no measure for it.", [framework])
}

undecided contains finding.undecided_because(plan, ["compliance", i, "evidence", j, "exists"], evidence.exists.unknown) if {
	some [plan, i, j, evidence] in _evidence
}

examined contains finding.examined(plan) if some plan in _measuring

# A plan without any measure is said to lack them by another rule.
_measuring := [plan |
	some plan in input.subjects.plan
	count(plan.facts.compliance) > 0
]

_evidence := [[plan, i, j, evidence] |
	some plan in _measuring
	some i, measure in plan.facts.compliance
	some j, evidence in measure.evidence
]
