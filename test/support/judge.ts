// The originals are noted as they are when this is loaded: before any answer.
import './originals.ts'

/** What judges: all that a spec needs, and what begins a run. A worker loads it before it is given an answer. */
export { takeGiven } from './given.ts'
export * as support from './index.ts'
