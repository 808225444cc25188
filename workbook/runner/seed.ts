/** What the data of a run are made from: another each time, unless `WORKBOOK_SEED` asks for the same ones again. */
export function chooseSeed(): number {
  return Number(process.env.WORKBOOK_SEED) || Math.floor(Math.random() * 1_000_000) + 1
}
