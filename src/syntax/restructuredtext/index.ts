/** reStructuredText: text → headings, links, code, lists, tables and prose with their places. Import only where there is such a file. */
export { parseRestructuredText } from './parse.ts';
