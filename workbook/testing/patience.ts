/*
 * How long tests wait for what must come, in milliseconds. These are not measurements: they only end a test that would wait
 * forever, and no machine is slow enough for them to decide the result.
 */

/** For one thing: a line of output, a place on a page, the end of a command. */
export const patience = 120_000
/** For a whole test, in which several things are waited for. */
export const testPatience = 600_000
