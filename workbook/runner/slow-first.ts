import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * The order of test files: by project, the slowest first, so that the many short ones fill the gaps that the long ones leave.
 * Within a project a worker goes on with the next file; between projects it would be restarted.
 */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- it is not array's
    const sorted = await super.sort(files)
    return sorted.toSorted((a, b) => placeOf(a) - placeOf(b))
  }
}

// --- internal ---

const order = ['types', 'workbook', 'pages', 'solutions', 'answers']

function placeOf({ project }: TestSpecification): number {
  return order.indexOf(project.name)
}
