import { configureGlobal } from 'fast-check'

export * from 'fast-check'

// The texts are others in each run, unless `WORKBOOK_SEED` asks for the same ones again.
const { WORKBOOK_SEED } = process.env
if (WORKBOOK_SEED) configureGlobal({ seed: Number(WORKBOOK_SEED) })
