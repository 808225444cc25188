/*
 * How long tests wait for what must come, in milliseconds. These are not measures: they only end a test that would wait
 * forever, so no machine is so slow that they decide.
 */

/** For one thing: a line of output, a place on a page, the end of a command. */
export const patience = 120_000
/** For a whole test, in which several things are waited for. */
export const testPatience = 600_000
