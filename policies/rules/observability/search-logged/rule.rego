# METADATA
# title: What search clusters log is kept
# description: >-
#   Slow queries, errors and who asked for what are in the logs of a search cluster. Without a place for them
#   nobody finds out why it was slow, or what was read from it.
# custom:
#   severity: warning
#   applies_to: [search-domain]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AU-2, AU-12]
#     cis-controls: ["8.2", "8.5"]
#     soc2: [CC7.2]
#     iso-27001: [A.8.15]
#   remediation: Publish at least the error log, or the audit log, to CloudWatch.
package planproof.rules.observability["search-logged"]

import data.planproof.lib.finding

violation contains finding.at(domain, ["logged"], message) if {
	some domain in input.subjects["search-domain"]
	domain.facts.logged == false
	message := sprintf("%s keeps none of its logs.", [domain.name])
}

undecided contains finding.undecided(domain, ["logged"]) if {
	some domain in input.subjects["search-domain"]
}

examined contains finding.examined(domain) if {
	some domain in input.subjects["search-domain"]
	domain.facts.logged != null
}
