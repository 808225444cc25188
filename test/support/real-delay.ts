import timers from 'node:timers/promises'

/**
 * Milliseconds of real time, even while a spec holds the clock. A timer that is imported by its name from
 * `node:timers/promises` is the held one then, and never comes once the clock is let go.
 */
export const realDelay = timers.setTimeout
