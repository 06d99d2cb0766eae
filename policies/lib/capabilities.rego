# METADATA
# title: Capabilities of Linux
# description: What parts of root's rights a process may have. https://man7.org/linux/man-pages/man7/capabilities.7.html
package planproof.lib.capabilities

# METADATA
# description: Those with which a process mounts disks, loads code into the kernel or reads the memory of others.
opening := {"ALL", "SYS_ADMIN", "SYS_MODULE", "SYS_PTRACE", "SYS_RAWIO", "SYS_BOOT", "DAC_READ_SEARCH", "MAC_ADMIN", "MAC_OVERRIDE", "BPF", "PERFMON"}
