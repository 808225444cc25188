/**
 * Does this run look at what belongs to `name`, a page or an exercise's key (`04-ddl`, `04-ddl/2-create-tables`)? A run of
 * `npm run verify -- ddl/create-tables` looks at no more than VERIFY names; any other run looks at everything.
 */
export function isVerified(name: string): boolean {
  const { VERIFY } = process.env
  if (!VERIFY) return true
  return VERIFY.split(' ').some((key) => key === name || key.startsWith(`${name}/`))
}
