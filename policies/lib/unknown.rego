# METADATA
# title: Unknown values
# description: >-
#   A fact that the files do not tell is `{"unknown": reason}`: neither true nor false, neither small nor large.
package planproof.lib.unknown

# METADATA
# description: Is this fact unknown?
is(value) if is_string(value.unknown)

# METADATA
# description: Why a fact is unknown; undefined when it is known.
reason(value) := value.unknown if is_string(value.unknown)
