import { cascade } from './cascade.ts'
import { deadlock } from './deadlock.ts'
import type { Drawing } from './draw.ts'
import { injection } from './injection.ts'
import { isolationLevels } from './isolation-levels.ts'
import { join } from './join.ts'
import { kindsOfErrors } from './kinds-of-errors.ts'
import { lifeOfAStatement } from './life-of-a-statement.ts'
import { poolQueue } from './pool-queue.ts'
import { poolThreads } from './pool-threads.ts'
import { recipe } from './recipe.ts'
import { resultShape } from './result-shape.ts'
import { semicolon } from './semicolon.ts'
import { stream } from './stream.ts'
import { twoConnections } from './two-connections.ts'
import { twoTables } from './two-tables.ts'
import { valuesApart } from './values-apart.ts'
import { waysOut } from './ways-out.ts'

/** The diagrams, by the names that pages use. */
export const diagrams: Readonly<Record<string, Drawing>> = {
  cascade,
  deadlock,
  injection,
  'isolation-levels': isolationLevels,
  join,
  'kinds-of-errors': kindsOfErrors,
  'life-of-a-statement': lifeOfAStatement,
  'pool-queue': poolQueue,
  'pool-threads': poolThreads,
  recipe,
  'result-shape': resultShape,
  semicolon,
  stream,
  'two-connections': twoConnections,
  'two-tables': twoTables,
  'values-apart': valuesApart,
  'ways-out': waysOut,
}
