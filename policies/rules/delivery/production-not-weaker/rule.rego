# METADATA
# title: Production is protected as well as other environments
# description: >-
#   What staging has and production has not was forgotten on the way, and tests of staging then prove nothing. Compared are
#   resources of the same kind and address, where each of the two environments has one of them.
# custom:
#   severity: warning
#   applies_to: [database, object-store, cache, disk, file-system, queue, search-domain, key-vault]
#   uses: [database, object-store, cache, disk, file-system, queue, search-domain, key-vault, plan-environment]
#   criteria: [security-compliance, devops-practices]
#   controls:
#     nist-800-53: [CM-2, CM-6]
#     cis-controls: ["4.1"]
#     soc2: [CC8.1]
#     iso-27001: [A.8.9, A.8.31]
#   remediation: Give production what the other environment has, or waive the finding and say why it needs less.
package planproof.rules.delivery["production-not-weaker"]

import data.planproof.lib.finding

violation contains finding.about(ours, [fact], message, [_place(theirs, fact)]) if {
	some [ours, theirs] in _pairs
	some fact, words in _weakness
	ours.facts[fact] == _weak(fact)
	is_boolean(theirs.facts[fact])
	theirs.facts[fact] != _weak(fact)
	message := sprintf("%s %s in %s, unlike in %s.", [ours.name, words, ours.environment, theirs.environment])
}

violation contains finding.about(ours, ["backupRetentionDays"], message, [_place(theirs, "backupRetentionDays")]) if {
	some [ours, theirs] in _pairs
	is_number(ours.facts.backupRetentionDays)
	ours.facts.backupRetentionDays < theirs.facts.backupRetentionDays
	is_number(theirs.facts.backupRetentionDays)
	message := sprintf("%s keeps backups %v days in %s, and %v in %s.", [
		ours.name,
		ours.facts.backupRetentionDays,
		ours.environment,
		theirs.facts.backupRetentionDays,
		theirs.environment,
	])
}

undecided contains finding.undecided(ours, [fact]) if {
	some [ours, theirs] in _pairs
	some fact, _ in _weakness
	is_boolean(theirs.facts[fact])
	theirs.facts[fact] != _weak(fact)
}

undecided contains finding.undecided(ours, ["backupRetentionDays"]) if {
	some [ours, theirs] in _pairs
	theirs.facts.backupRetentionDays > 0
	is_number(theirs.facts.backupRetentionDays)
}

examined contains finding.examined(ours) if some [ours, _] in _pairs

_weakness := {
	"authenticated": "lets in whoever connects",
	"deletionProtection": "can be deleted by mistake",
	"encrypted": "is not encrypted",
	"encryptedBetweenNodes": "does not encrypt between its nodes",
	"encryptedInTransit": "does not encrypt connections",
	"httpsOnly": "takes plain HTTP",
	"multiZone": "stands in one zone",
	"public": "is reachable from the internet",
	"publicAccessBlocked": "can be opened to everyone",
	"purgeProtected": "can be purged",
	"tlsRequired": "takes connections without TLS",
	"versioned": "keeps no old versions",
}

# To be public is a weakness; to lack the others is.
_weak(fact) := fact == "public"

# Several of one address in an environment are of several stacks, and which one is whose counterpart is not known.
_pairs contains [ours, theirs] if {
	some environments in _named
	some production in _production
	[ours] := [subject | some subject in environments[production]]
	some environment, others in environments
	not environment in _production
	[theirs] := [subject | some subject in others]
}

_named[key][subject.environment] contains subject if {
	some subject in _compared
	is_string(subject.environment)
	key := [subject.kind, subject.name]
}

_compared contains subject if some subject in input.subjects.database

_compared contains subject if some subject in input.subjects["object-store"]

_compared contains subject if some subject in input.subjects.cache

_compared contains subject if some subject in input.subjects.disk

_compared contains subject if some subject in input.subjects["file-system"]

_compared contains subject if some subject in input.subjects.queue

_compared contains subject if some subject in input.subjects["search-domain"]

_compared contains subject if some subject in input.subjects["key-vault"]

_production contains environment.name if {
	some environment in input.subjects["plan-environment"]
	environment.facts.production
}

_production contains "production" if count(input.subjects["plan-environment"]) == 0

_place(theirs, fact) := finding.place(theirs, [fact], sprintf("In %s this decides it", [theirs.environment]))
