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

violation contains finding.about(ours, [fact], message, _places(stronger, fact)) if {
	some [ours, others] in _pairs
	some fact, words in _weakness
	ours.facts[fact] == _weak(fact)
	stronger := [theirs | some theirs in others; is_boolean(theirs.facts[fact]); theirs.facts[fact] != _weak(fact)]
	count(stronger) > 0
	message := sprintf("%s %s in %s, unlike in %s.", [ours.name, words, ours.environment, _environments(stronger)])
}

violation contains finding.about(ours, ["backupRetentionDays"], message, _places(stronger, "backupRetentionDays")) if {
	some [ours, others] in _pairs
	days := ours.facts.backupRetentionDays
	is_number(days)
	stronger := [theirs | some theirs in others; is_number(theirs.facts.backupRetentionDays); theirs.facts.backupRetentionDays > days]
	count(stronger) > 0
	message := sprintf("%s keeps backups %v days in %s, fewer than in %s.", [ours.name, days, ours.environment, _environments(stronger)])
}

undecided contains finding.undecided(ours, [fact]) if {
	some [ours, others] in _pairs
	some fact, _ in _weakness
	some theirs in others
	is_boolean(theirs.facts[fact])
	theirs.facts[fact] != _weak(fact)
}

undecided contains finding.undecided(ours, ["backupRetentionDays"]) if {
	some [ours, others] in _pairs
	some theirs in others
	is_number(theirs.facts.backupRetentionDays)
	theirs.facts.backupRetentionDays > 0
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
_pairs contains [ours, others] if {
	some environments in _named
	some production in _production
	[ours] := [subject | some subject in environments[production]]
	others := [theirs |
		some environment, subjects in environments
		not environment in _production
		[theirs] := [subject | some subject in subjects]
	]
	count(others) > 0
}

# Only of what has an environment.
_key(subject) := [subject.kind, subject.name] if is_string(subject.environment)

_named[_key(subject)][subject.environment] contains subject if some subject in input.subjects.database

_named[_key(subject)][subject.environment] contains subject if some subject in input.subjects["object-store"]

_named[_key(subject)][subject.environment] contains subject if some subject in input.subjects.cache

_named[_key(subject)][subject.environment] contains subject if some subject in input.subjects.disk

_named[_key(subject)][subject.environment] contains subject if some subject in input.subjects["file-system"]

_named[_key(subject)][subject.environment] contains subject if some subject in input.subjects.queue

_named[_key(subject)][subject.environment] contains subject if some subject in input.subjects["search-domain"]

_named[_key(subject)][subject.environment] contains subject if some subject in input.subjects["key-vault"]

_production contains environment.name if {
	some environment in input.subjects["plan-environment"]
	environment.facts.production
}

_production contains "production" if count(input.subjects["plan-environment"]) == 0

_places(stronger, fact) := [finding.place(theirs, [fact], sprintf("In %s this decides it", [theirs.environment])) |
	some theirs in stronger
]

_environments(stronger) := concat(" and ", [theirs.environment | some theirs in stronger])
