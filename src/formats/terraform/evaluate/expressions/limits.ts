/** Longer collections are not built: a few that repeat each other would fill the memory. */
export const MAX_ITEMS = 100_000;
