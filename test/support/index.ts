/** Everything that a spec needs, in one import. */
export { exercise } from './exercise.ts'
export { beginAnotherProgram } from './given.ts'
export type { Lab } from './lab.ts'
export { drill, manyRows } from './drill.ts'
export { byTest } from './by-test.ts'
export { mistake, found, expectValue, expectRows, wentWrong } from './findings.ts'
export { wordIn } from './palette.ts'
export type { Server } from './server.ts'
export { rowsRead, sqlOf, isTransactionStatement } from './statement-log.ts'
export type { Statement } from '../../workbook/verdict.ts'
export { falsyErrors, hostileErrors, hostileFacts, secretsIn } from './hostile-errors.ts'
export { inTime, patience, soon, type Settled } from './patience.ts'
export { expectError, provokeErrors } from './refusals.ts'
export { refuseStatements } from './refuse-statements.ts'
export {
  atOnce,
  counted,
  expectRanOnce,
  expectTransactionLeft,
  inCallersTransaction,
  insideTransaction,
  writeInBetween,
} from './calls.ts'
export { inFlight, onSending, recordOf } from './lent.ts'
export { limitOf } from './limits.ts'
export { betweenNow } from './just-now.ts'
export { loseAtEachStatement, poolOver } from './losses.ts'
export { setUnusually } from './unusual.ts'
