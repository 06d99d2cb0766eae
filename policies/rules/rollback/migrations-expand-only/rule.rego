# METADATA
# title: The newest migration leaves what the version before needs
# description: >-
#   A release is rolled back by starting the version before. It does not run on a schema that lost a table or
#   column it reads, or that refuses the rows it writes.
# custom:
#   severity: warning
#   applies_to: [migration]
#   criteria: [rollback]
#   controls:
#     nist-800-53: [CM-2(3), CP-10]
#     iso-27001: [A.8.32]
#     pci-dss: ["6.5.1"]
#   remediation: >-
#     Add first, and take away in a later release, when nothing uses it any more; say that in a comment.
package planproof.rules.rollback["migrations-expand-only"]

import data.planproof.lib.finding

violation contains finding.at(migration, ["breaking", i, "statement"], message) if {
	some migration in input.subjects.migration
	migration.facts.unused == false
	some i, breaking in migration.facts.breaking
	message := sprintf("After migration %s the version before does not run: %s.", [migration.name, breaking.statement])
}

undecided contains finding.undecided_because(migration, ["unused"], reason) if {
	some migration in input.subjects.migration
	migration.facts.unused == true
	count(migration.facts.breaking) > 0
	reason := "a comment says that nothing uses it any more, which only the code can tell"
}
