# METADATA
# title: The templates and alarms that an analysis names exist
# description: >-
#   A release whose analysis names a template in a scope where it is not looked for stops with an error at
#   the first step, or never begins. A deployment that watches an alarm which is not there is watched by nobody.
# custom:
#   severity: error
#   applies_to: [rollout]
#   criteria: [delivery-pipeline]
#   controls:
#     nist-800-53: [CM-6]
#     soc2: [CC8.1]
#   remediation: State clusterScope when the template is a ClusterAnalysisTemplate, and only then.
package planproof.rules.delivery["analysis-resolves"]

import data.planproof.lib.finding

violation contains finding.at(rollout, ["templates", index, "found"], message) if {
	some rollout in input.subjects.rollout
	some index, template in rollout.facts.templates
	template.found == false
	message := sprintf("%s %s names the %s, which exists in another scope only.", [rollout.facts.type, rollout.name, template.name])
}

undecided contains finding.undecided(rollout, ["templates", index, "found"]) if {
	some rollout in input.subjects.rollout
	some index, _ in rollout.facts.templates
}

examined contains finding.examined(rollout) if {
	some rollout in input.subjects.rollout
	count(rollout.facts.templates) > 0
}
