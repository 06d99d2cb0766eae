# METADATA
# title: Bad measurements send a release back
# description: >-
#   A metric without a condition passes whatever it measures, and one that may fail as often as it measures
#   never fails: the analysis is there, and aborts nothing. An alarm that only stops a deployment leaves the bad
#   version with those who have it.
# custom:
#   severity: error
#   applies_to: [release-analysis]
#   criteria: [rollback, monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4, CP-10]
#     soc2: [CC8.1, CC7.2]
#     iso-27001: [A.8.32]
#   remediation: State a condition and a failureLimit below the number of measurements; roll back on the alarms that a deployment watches.
package planproof.rules.rollback["analysis-aborts"]

import data.planproof.lib.finding

violation contains finding.at(analysis, ["metrics", index, "effect"], message) if {
	some analysis in input.subjects["release-analysis"]
	some index, metric in analysis.facts.metrics
	message := sprintf("Metric %s of %s %s %s.", [metric.name, analysis.facts.type, analysis.name, _wrong[metric.effect]])
}

undecided contains finding.undecided(analysis, ["metrics", index, "effect"]) if {
	some analysis in input.subjects["release-analysis"]
	some index, _ in analysis.facts.metrics
}

_wrong := {
	"no-condition": "has no condition that tells good from bad",
	"never-fails": "may fail as often as it is measured",
	"dry-run": "runs dry: it aborts no release",
	"stops": "stops the release where it is, and does not send it back",
	"off": "is named, but not watched",
}
