import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the checkout. This module and content/lessons.ts are the only ones that build paths in it. */
export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
/** What the workbook itself writes: server, data, progress, backups. */
export const stateFolder = process.env.WORKBOOK_STATE
  ? path.resolve(process.env.WORKBOOK_STATE)
  : path.join(root, '.workbook')
export const sqlFolder = path.join(root, 'sql')
export const docsFolder = path.join(root, 'docs')
export const lessonsFolder = path.join(root, 'lessons')
export const solutionsFolder = path.join(root, 'solutions')
export const testFolder = path.join(root, 'test')

/** A path as people read it: from the checkout's folder, with `/`. */
export function displayPath(file: string): string {
  return path.relative(root, file).split(path.sep).join('/')
}
