/** Everything that a spec needs, in one import. */
export { exercise } from './exercise.ts'
export { beginAnotherProgram } from './given.ts'
export type { Lab } from './lab.ts'
export { drill, manyRows } from './drill.ts'
export { byTest } from './by-test.ts'
export { mistake, found, expectValue, expectRows, wentWrong } from './findings.ts'
export { wordIn, type Search } from './palette.ts'
export type { Server } from './server.ts'
export { rowsRead, sqlOf, isTransactionStatement } from './statement-log.ts'
export type { Statement } from '../../workbook/verdict.ts'
export { falsyErrors, hostileErrors, hostileFacts, secretsIn } from './hostile-errors.ts'
export { inTime, patience, soon, type Settled } from './patience.ts'
export { expectError, provokeErrors, settle, watchRepeats } from './refusals.ts'
export { answerErrors, nameOf as nameOfError, refuseByNumber } from './answer-errors.ts'
export { refuseStatements } from './refuse-statements.ts'
export {
  atOnce,
  counted,
  expectApart,
  expectChangeSeen,
  expectOnlyCommitted,
  expectRanOnce,
  expectSavepointLeft,
  expectTransactionLeft,
  expectTransactionLeftOnError,
  expectWaited,
  inCallersTransaction,
  insideTransaction,
  writeInBetween,
} from './calls.ts'
export { before, coresOf, inFlight, inNoOrder, onSending, recordOf, type Core } from './lent.ts'
export { limitOf } from './limits.ts'
export { literalsOf } from './literals.ts'
export { betweenNow, type JustNow } from './just-now.ts'
export { loseAtEachStatement, poolOver, refuseCommits, resetConnection } from './losses.ts'
export { setUnusually } from './unusual.ts'
export { aftermathOf } from './aftermath.ts'
export { holdClock, inHaste, passAMinute, passSeconds, releaseClock } from './haste.ts'
export { realDelay } from './real-delay.ts'
export type { ConversationRow } from './chat.ts'
export {
  closedPort,
  countConnecting,
  curtServer,
  cutOff,
  deadlock,
  errorOf,
  fullServer,
  lateServer,
  lockWait,
  loseWhileRunning,
  openRival,
  rudeServer,
  silentServer,
  untilBlocked,
  type Rival,
} from './faults.ts'
