# METADATA
# title: What services of Azure log is kept
# description: >-
#   A key vault, a database or a gateway of Azure writes down who used it, and throws that away unless a diagnostic
#   setting sends it on. Where the files make such settings for other services, the one without is the gap that an
#   incident finds.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/azure-monitor/platform/diagnostic-settings
#     description: Diagnostic settings in Azure Monitor
# custom:
#   severity: warning
#   applies_to: [service-log]
#   criteria: [monitoring-alerting, security-compliance]
#   controls:
#     nist-800-53: [AU-2, AU-12]
#     cis-controls: ["8.2"]
#     soc2: [CC7.2]
#     iso-27001: [A.8.15]
#   remediation: Add a diagnostic setting that sends its logs to where the others are.
package planproof.rules.observability["service-logs-kept"]

import data.planproof.lib.finding

violation contains finding.at(service, ["kept"], message) if {
	some service in input.subjects["service-log"]
	service.facts.kept == false
	message := sprintf("No diagnostic setting keeps what %s logs.", [service.name])
}

undecided contains finding.undecided(service, ["kept"]) if some service in input.subjects["service-log"]

examined contains finding.examined(service) if some service in input.subjects["service-log"]
