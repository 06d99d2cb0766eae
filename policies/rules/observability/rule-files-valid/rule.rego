# METADATA
# title: Rule files are ones that Prometheus loads
# description: >-
#   Prometheus refuses a whole rule file for one mistake in it: none of the alerts in it is there any more, and nothing
#   tells but a failed reload.
# custom:
#   severity: error
#   applies_to: [rule-file]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4]
#     soc2: [CC7.2]
#     iso-27001: [A.8.16]
#   remediation: Correct it, and check rule files with promtool before they are loaded.
package planproof.rules.observability["rule-files-valid"]

import data.planproof.lib.finding

violation contains finding.at(file, ["mistakes", i], message) if {
	some file in input.subjects["rule-file"]
	some i, mistake in file.facts.mistakes
	message := sprintf("In %s, %s.", [file.name, mistake])
}
