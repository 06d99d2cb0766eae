# METADATA
# title: Each risk has somebody who answers for it, and what is done about it
# description: >-
#   A risk that is only listed is accepted without anybody having said so. With an owner and a measure it can be asked
#   about at each review.
# custom:
#   severity: warning
#   applies_to: [plan]
#   criteria: [timeline-resources]
#   controls:
#     nist-800-53: [RA-3, RA-7]
#     soc2: [CC3.2, CC9.1]
#     iso-27001: [A.5.8]
#   statements:
#     - review.risks[]
#   remediation: Name who answers for the risk, and what is done about it; where it is accepted, say so and by whom.
package planproof.rules.plan["risks-answered"]

import data.planproof.lib.finding

violation contains finding.at(plan, ["risks", i, "title"], message) if {
	some plan in input.subjects.plan
	some i, risk in plan.facts.risks
	lacking := [word | some [fact, word] in [["owner", "owner"], ["mitigation", "mitigation"]]; risk[fact] == null]
	count(lacking) > 0
	message := sprintf("The risk %q has no %s.", [risk.title, concat(" and no ", lacking)])
}

examined contains finding.examined(plan) if {
	some plan in input.subjects.plan
	count(plan.facts.risks) > 0
}
