# METADATA
# title: Zones of names sign their answers
# description: >-
#   An answer without a signature can be forged on its way: whoever does sends a site's visitors, and its mail,
#   to a machine of their own. Google signs a zone's answers when told to; in Route 53 signing that was set up
#   can be stopped.
# custom:
#   severity: warning
#   applies_to: [dns-zone]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-20, SC-21]
#     cis-controls: ["4.9"]
#     soc2: [CC6.7]
#     iso-27001: [A.8.20]
#   remediation: Turn DNSSEC on for the zone, and give its key to the registrar.
package planproof.rules.network["dns-zones-signed"]

import data.planproof.lib.finding

violation contains finding.at(zone, ["signed"], message) if {
	some zone in input.subjects["dns-zone"]
	zone.facts.signed == false
	message := sprintf("Answers of %s are not signed.", [zone.name])
}

undecided contains finding.undecided(zone, ["signed"]) if {
	some zone in input.subjects["dns-zone"]
}

examined contains finding.examined(zone) if {
	some zone in input.subjects["dns-zone"]
	zone.facts.signed != null
}
