import { createHash } from 'node:crypto'
import { stateFolder } from '../../paths.ts'

/** These identify a container as this checkout's. */
export const stateLabel = 'mysql-workbook.state'
/** The image by the name that .env gave it: the engine may show it by its hash. */
export const imageLabel = 'mysql-workbook.image'
export const stateName = createHash('sha256').update(stateFolder).digest('hex').slice(0, 12)

/** One volume for each series of MySQL: an older one can't read the data of a newer one. */
export function stateVolume(image: string): string {
  const tag =
    image
      .slice(image.lastIndexOf('/') + 1)
      .split('@')[0]
      ?.split(':')[1] ?? 'latest'
  const series = /^\d+\.\d+/.exec(tag)?.[0] ?? tag.replaceAll(/[^\w.-]/g, '-')
  return `mysql-workbook-${stateName}-${series}`
}
