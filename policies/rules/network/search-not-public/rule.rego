# METADATA
# title: Search domains are in a private network
# description: >-
#   The endpoint of a search domain outside a private network is on the internet, with only its access policy or its keys
#   before it. Many that leaked were of this kind.
# related_resources:
#   - ref: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/vpc.html
#     description: Launching OpenSearch Service domains within a VPC
#   - ref: https://learn.microsoft.com/azure/search/service-configure-firewall
#     description: Network access of Azure AI Search
# custom:
#   severity: warning
#   applies_to: [search-domain]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-7, AC-3]
#     iso-27001: [A.8.20, A.8.22]
#     cis-controls: ["4.4"]
#   remediation: Put the domain into a VPC, or turn public network access off.
package planproof.rules.network["search-not-public"]

import data.planproof.lib.finding

violation contains finding.at(domain, ["public"], message) if {
	some domain in input.subjects["search-domain"]
	domain.facts.public == true
	message := sprintf("Search domain %s has its endpoint on the internet.", [domain.name])
}

undecided contains finding.undecided(domain, ["public"]) if {
	some domain in input.subjects["search-domain"]
}
