/**
 * A small tolerant reader of shell scripts in pipeline steps: which commands run, and whether their failure matters.
 *
 * PowerShell is split into its statements first, in `powershell/`.
 *
 * Limits: no expansion (variables and globs stay as written), functions are read where they are defined, `case`
 * branches and both sides of `if` are all read, `trap` bodies and scripts in other languages are not.
 */
export { parseShell } from './parse.ts';
export { reparsedVariables, type ReparsedVariable } from './reparsed.ts';
export { failures } from './failure.ts';
export type { Assignment, Failure, Redirect, ShellCommand, ShellOptions, ShellScript } from './command.ts';
export type { Dialect, ShellWord } from './token.ts';
export { assignmentOf, commandName } from './wrappers.ts';
