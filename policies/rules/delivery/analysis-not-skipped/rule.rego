# METADATA
# title: The analysis of releases is not switched off
# description: >-
#   With its analysis skipped a canary is promoted as soon as it starts: what looks like progressive delivery
#   gives everyone an unjudged version.
# custom:
#   severity: error
#   applies_to: [rollout]
#   criteria: [delivery-pipeline, rollback]
#   controls:
#     nist-800-53: ["CM-3(2)", CM-4]
#     soc2: [CC8.1]
#     iso-27001: [A.8.32]
#   remediation: Remove skipAnalysis, and set it by hand for the one release that must not wait.
package planproof.rules.delivery["analysis-not-skipped"]

import data.planproof.lib.finding

violation contains finding.at(rollout, ["analysisSkipped"], message) if {
	some rollout in input.subjects.rollout
	not rollout.facts.production == false
	rollout.facts.analysisSkipped == true
	message := sprintf("%s %s is promoted without its analysis.", [rollout.facts.type, rollout.name])
}

undecided contains finding.undecided(rollout, ["analysisSkipped"]) if {
	some rollout in input.subjects.rollout
	not rollout.facts.production == false
}
