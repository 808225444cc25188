/** Everything that a spec needs, in one import. */
export { exercise, type Lab } from './exercise.ts'
export { drill } from './drill.ts'
export { byTest } from './by-test.ts'
export { mistake, found, expectValue, expectRows, wentWrong } from './findings.ts'
export type { Server } from './server.ts'
export { rowsRead, sqlOf, isTransactionStatement } from './statement-log.ts'
export type { Statement } from '../../workbook/verdict.ts'
