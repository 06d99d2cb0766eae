# METADATA
# title: Findings
# description: >-
#   How rules answer. A path is an array of keys into the subject's facts, `["containers", 0, "privileged"]`;
#   the host knows the file, line and column of each. The empty path is the subject as a whole.
package planproof.lib.finding

import data.planproof.lib.unknown as unknown_value

# METADATA
# description: The fact at the path violates the rule.
at(subject, path, message) := {"kind": subject.kind, "id": subject.id, "path": path, "message": message}

# METADATA
# description: The same, with other places that explain it, each made by `finding.place`.
about(subject, path, message, related) := object.union(at(subject, path, message), {"related": related})

# METADATA
# description: Another subject's fact, for `finding.about`.
place(subject, path, message) := {"kind": subject.kind, "id": subject.id, "path": path, "message": message}

# METADATA
# description: >-
#   The rule cannot tell, because the fact at the path is unknown; undefined when the fact is known.
undecided(subject, path) := undecided_because(subject, path, reason) if {
	reason := unknown_value.reason(object.get(subject.facts, path, null))
}

# METADATA
# description: The rule cannot tell, for a reason that finishes the sentence "unknown because …".
undecided_because(subject, path, reason) := {"kind": subject.kind, "id": subject.id, "path": path, "reason": reason}

# METADATA
# description: >-
#   The rule has looked at this subject. Only for rules that look at some of the subjects that their METADATA names;
#   else all of them count.
examined(subject) := {"kind": subject.kind, "id": subject.id}
