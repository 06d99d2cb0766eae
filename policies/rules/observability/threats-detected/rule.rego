# METADATA
# title: What looks for attacks is on, and tells somebody
# description: >-
#   Detection that stands in the code and is turned off looks like protection in every review. One that finds something
#   and tells nobody is worth no more.
# related_resources:
#   - ref: https://docs.aws.amazon.com/guardduty/latest/ug/what-is-guardduty.html
#     description: Amazon GuardDuty
#   - ref: https://learn.microsoft.com/en-us/azure/defender-for-cloud/defender-for-cloud-introduction
#     description: Microsoft Defender for Cloud
# custom:
#   severity: warning
#   applies_to: [threat-detection]
#   criteria: [security-compliance, monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4, IR-4]
#     cis-controls: ["13.1"]
#     soc2: [CC7.2]
#     iso-27001: [A.8.16]
#     pci-dss: ["11.5.1"]
#   remediation: Turn detection on, with all of its alerts, and say who is told.
package planproof.rules.observability["threats-detected"]

import data.planproof.lib.finding

violation contains finding.at(detection, ["on"], message) if {
	some detection in input.subjects["threat-detection"]
	detection.facts.on == false
	message := sprintf("%s does not look for attacks.", [detection.name])
}

violation contains finding.at(detection, ["silenced"], message) if {
	some detection in input.subjects["threat-detection"]
	not detection.facts.on == false
	count(detection.facts.silenced) > 0
	message := sprintf("%s does not tell of %s.", [detection.name, concat(", ", detection.facts.silenced)])
}

violation contains finding.at(detection, ["told"], message) if {
	some detection in input.subjects["threat-detection"]
	not detection.facts.on == false
	detection.facts.told == false
	message := sprintf("%s tells nobody of what is found.", [detection.name])
}

undecided contains finding.undecided(detection, [fact]) if {
	some detection in input.subjects["threat-detection"]
	not detection.facts.on == false
	some fact in ["on", "silenced", "told"]
}
