/** Dockerfiles: instructions with their flags, words, lists and heredocs. What shells run is not read here. */
export { parseDockerfile } from './parse.ts';
export type { DockerfileFile, Flag, Heredoc, Instruction, Word } from './tree.ts';
