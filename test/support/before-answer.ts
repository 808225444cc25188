import { takeGiven } from './given.ts'
// Notes the originals as they are now.
import './originals.ts'

// Runs before each spec, and so before the answer that the spec imports: see specs.ts.

takeGiven()
