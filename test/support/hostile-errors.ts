import { inspect } from 'node:util'

/** What can be thrown and is overlooked by `if (error)`. */
export const falsyErrors: readonly unknown[] = [null, undefined, 0, '', false, Number.NaN, 0n]

/** What can be thrown and breaks the code that examines it: new ones on each call, by what is hostile about them. */
export function hostileErrors(): Record<string, unknown> {
  const circular = new Error('circular')
  circular.cause = new Error('its cause', { cause: circular })
  const refuse = (): never => {
    throw new Error('Not to be looked at.')
  }
  return {
    circularCause: circular,
    throwingGetters: Object.defineProperties(new Error('getters'), {
      code: { get: refuse },
      errno: { get: refuse },
      cause: { get: refuse },
      message: { get: refuse },
    }),
    throwingProxy: new Proxy(
      {},
      { get: refuse, has: refuse, ownKeys: refuse, getPrototypeOf: refuse },
    ),
    nullPrototype: Object.assign(Object.create(null), { code: 'ER_DUP_ENTRY', errno: 1062 }),
    throwingToString: { toString: refuse, [Symbol.toPrimitive]: refuse },
    symbol: Symbol('thrown'),
    function: () => 'thrown',
    oddTypes: Object.assign(new Error('odd'), { code: 1213, errno: '1213', sqlState: null }),
  }
}

/** Errors with the driver's properties, whose values break code that expects a number or a string. */
export function hostileFacts(): Record<string, unknown> {
  const values = { symbol: Symbol('1062'), bare: Object.create(null), big: 1062n, nothing: null }
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const facts = { errno: value, code: value, sqlState: value, fatal: value && undefined }
      return [
        [`${name}InError`, Object.assign(new Error(name), facts)],
        [`${name}InObject`, facts],
      ]
    }),
  )
}

/**
 * Where a text that nobody may see is in an error, its causes and its properties: `message`, `stack`, `String()`,
 * `JSON`, `inspect()`, `cause.message`. Empty when it is nowhere.
 */
export function secretsIn(error: unknown, secret: string): string[] {
  const views: [string, () => unknown][] = [
    ['String()', () => String(error)],
    ['JSON', () => JSON.stringify(error)],
    ['inspect()', () => inspect(error, { depth: null, showHidden: true })],
    ...propertiesOf(error, '', new Set()),
  ]
  const forms = formsOf(secret)
  const tells = (text: string) => forms.some((form) => text.includes(form))
  return [...new Set(views.filter(([, view]) => tells(textOf(view))).map(([at]) => at))]
}

// --- internal ---

/** As it is, nearly all of it, and in other writing. */
function formsOf(secret: string): string[] {
  const parts = secret.length < 8 ? [] : [secret.slice(2), secret.slice(0, -2)]
  const bytes = Buffer.from(secret)
  const written = [bytes.toString('base64').replace(/=+$/, ''), bytes.toString('hex')]
  return [secret, ...parts, ...written, encodeURIComponent(secret)]
}

function propertiesOf(value: unknown, at: string, seen: Set<unknown>): [string, () => unknown][] {
  if (typeof value !== 'object' || value === null || seen.has(value)) return []
  seen.add(value)
  const keys = [...keysOf(value), ...gettersOf(value)]
  return keys.flatMap((key) => {
    const path = `${at}${String(key)}`
    const part = () => Reflect.get(value, key) as unknown
    return [[path, part], ...propertiesOf(attempt(part), `${path}.`, seen)]
  })
}

function keysOf(value: object): (string | symbol)[] {
  return (attempt(() => Reflect.ownKeys(value)) ?? []) as (string | symbol)[]
}

/** Those of its classes, but not of JavaScript's own. */
function gettersOf(value: object): (string | symbol)[] {
  const prototype = attempt(() => Reflect.getPrototypeOf(value)) as object | null | undefined
  if (!prototype || Object.hasOwn(prototype, 'toString')) return []
  const own = keysOf(prototype).filter((key) => {
    const property = attempt(() => Reflect.getOwnPropertyDescriptor(prototype, key))
    return (property as PropertyDescriptor | undefined)?.get
  })
  return [...own, ...gettersOf(prototype)]
}

function textOf(view: () => unknown): string {
  const seen = attempt(view)
  return typeof seen === 'object' ? '' : String(seen)
}

function attempt(work: () => unknown): unknown {
  try {
    return work()
  } catch {
    return undefined
  }
}
