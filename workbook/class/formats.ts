import { say } from '../language/language.ts'
import { renderJunit, type Case } from '../terminal/junit.ts'
import { renderTable } from '../terminal/table.ts'
import { reportAsCsv, type StudentReport } from './report.ts'

type Report = readonly StudentReport[]

/** What a report can be written as. */
export const reportFormats = {
  table: (report: Report) =>
    report.length === 0 ? say('class.empty') : renderTable(report.map(row)),
  csv: reportAsCsv,
  json: (report: Report) => JSON.stringify(report, null, 2),
  junit: (report: Report) =>
    renderJunit(
      report.map(({ login, exercises }) => ({ name: login, cases: exercises.map(caseOf) })),
    ),
}

export function isReportFormat(name: string): name is keyof typeof reportFormats {
  return Object.hasOwn(reportFormats, name)
}

// --- internal ---

function row({
  login,
  name,
  passed,
  exercises,
  attempts,
  hints,
  at,
  sentAt,
  stuck,
}: StudentReport) {
  return {
    login,
    [say('class.name')]: name,
    [say('class.passed')]: `${passed} / ${exercises.length}`,
    [say('class.attempts')]: attempts,
    [say('class.hints')]: hints,
    [say('class.at')]: at ?? '',
    [say('class.sent')]: sentAt?.slice(0, 16).replace('T', ' ') ?? '',
    [say('class.stuck')]: stuck.join(', '),
  }
}

function caseOf({ id, status, attempts, hints }: StudentReport['exercises'][number]): Case {
  if (status === 'passed') return { name: id }
  if (status === 'not-started') return { name: id, skipped: true }
  return { name: id, failure: say('class.not-yet', { attempts, hints }) }
}
