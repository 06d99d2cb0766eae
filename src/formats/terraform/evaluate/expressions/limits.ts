/** Longer strings are not built: a few templates that repeat each other would fill the memory. */
export const MAX_STRING = 4_000_000;

/** Longer collections are not built, for the same reason. */
export const MAX_ITEMS = 100_000;
