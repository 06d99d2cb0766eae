# METADATA
# title: Logs of databases are kept outside of them
# description: >-
#   A database keeps its logs for a short while, and loses them with the instance. Exported, they can be searched,
#   alerted on, and read after an incident.
# custom:
#   severity: note
#   applies_to: [database]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AU-2, AU-12]
#     cis-controls: ["8.2"]
#     soc2: [CC7.2]
#     iso-27001: [A.8.15]
#   remediation: Export at least the error log, or the audit log where there is one.
package planproof.rules.observability["database-logs-exported"]

import data.planproof.lib.finding

violation contains finding.at(database, ["logExports"], message) if {
	some database in input.subjects.database
	database.facts.logExports == []
	message := sprintf("Database %s exports no logs.", [database.name])
}

undecided contains finding.undecided(database, ["logExports"]) if some database in input.subjects.database

examined contains finding.examined(database) if {
	some database in input.subjects.database
	database.facts.logExports != null
}
