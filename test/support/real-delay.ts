import timers from 'node:timers/promises'

/**
 * Milliseconds of real time, even while a spec or an answer holds the clock: who imports the timer itself by its name gets
 * the held one, and waits for ever once the clock is let go.
 */
export const realDelay = timers.setTimeout
