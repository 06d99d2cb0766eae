# METADATA
# title: Credentials for metrics travel encrypted
# description: >-
#   A collector shows its password or token with every request: without TLS whoever stands in between, or in the place
#   of what is asked, has it within seconds.
# custom:
#   severity: warning
#   applies_to: [scrape]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-8, IA-5]
#     pci-dss: ["4.2.1"]
#     soc2: [CC6.7]
#     iso-27001: [A.8.24]
#   remediation: Ask over https, or leave the credentials out.
package planproof.rules.observability["scrape-credentials-encrypted"]

import data.planproof.lib.finding

violation contains finding.at(scrape, ["authenticated"], message) if {
	some scrape in input.subjects.scrape
	scrape.facts.authenticated == true
	scrape.facts.encrypted == false
	message := sprintf("Scrape %s shows credentials without TLS.", [scrape.name])
}

undecided contains finding.undecided(scrape, ["encrypted"]) if {
	some scrape in input.subjects.scrape
	scrape.facts.authenticated == true
}

examined contains finding.examined(scrape) if {
	some scrape in input.subjects.scrape
	scrape.facts.authenticated == true
}
