import assert from 'node:assert'
import crypto from 'node:crypto'
import events from 'node:events'
import { createRequire } from 'node:module'
import net from 'node:net'
import stream from 'node:stream'
import timers from 'node:timers/promises'
import util from 'node:util'
import 'mysql2/promise'
import { found, type FindingError } from './findings.ts'

/**
 * A finding when code has replaced something that the check itself uses: a method of mysql2, of Date, of Promise, of
 * node:util. Everything is then put back, so that whatever comes next is judged by the originals.
 */
export function findReplaced(): FindingError | undefined {
  let first = ''
  for (let index = 0; index < noted.length; index++) first ||= putBack(noted[index]!)
  return first ? found('finding.judge-replaced', { name: first }) : undefined
}

// --- internal ---

/** An object with its original properties. */
interface Noted {
  owner: object
  path: string
  own: Map<PropertyKey, PropertyDescriptor>
}

const { is } = Object
const { getOwnPropertyDescriptor, defineProperty, deleteProperty, getPrototypeOf, has, ownKeys } =
  Reflect

/** Node's own code and libraries set these on purpose. */
const free = new Set(['Error.stackTraceLimit', 'Error.prepareStackTrace'])

const globals = [
  ['Object', 'Function', 'Array', 'String', 'Number', 'Boolean', 'BigInt', 'Symbol', 'Date'],
  ['RegExp', 'Promise', 'Map', 'Set', 'WeakMap', 'JSON', 'Math', 'Reflect', 'Proxy', 'Error'],
  ['Buffer', 'setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'queueMicrotask'],
].flat()

function noteAll(): Noted[] {
  const all = new Map<object, Noted>()
  const note = (owner: object, path: string, keys: readonly PropertyKey[] = ownKeys(owner)) => {
    const own = new Map<PropertyKey, PropertyDescriptor>()
    for (const key of keys) {
      if (!free.has(`${path}${String(key)}`)) own.set(key, getOwnPropertyDescriptor(owner, key)!)
    }
    if (!all.has(owner)) all.set(owner, { owner, path, own })
  }
  const noteClass = (one: object, name: string) => {
    note(one, `${name}.`)
    const { prototype } = one as { prototype?: object }
    for (let at = prototype; at; at = getPrototypeOf(at) ?? undefined)
      note(at, `${name}.prototype.`)
  }
  note(globalThis, '', globals)
  // Some are created when they are first used.
  for (const key of globals) noteClass(Reflect.get(globalThis, key) as object, key)
  for (const [name, exported] of modules()) {
    // Two thirds of all properties are tables of numbers and names: frozen, they need no look after each test.
    if (isTable(exported)) {
      Object.freeze(exported)
      continue
    }
    noteClass(exported, name)
    for (const [key, { value }] of Object.entries(Object.getOwnPropertyDescriptors(exported)))
      if (typeof value === 'function') noteClass(value, `${name}.${key}`)
  }
  return [...all.values()]
}

/** @returns the name of the first property that was replaced, or '' */
function putBack({ owner, path, own }: Noted): string {
  let first = ''
  own.forEach((original, key) => {
    if (isSame(getOwnPropertyDescriptor(owner, key), original)) return
    defineProperty(owner, key, original)
    first ||= `${path}${String(key)}`
  })
  // A new one in front of an inherited one is a replacement too; other new ones are the student's own business.
  const inherited = owner === globalThis ? null : getPrototypeOf(owner)
  if (inherited)
    for (const key of ownKeys(owner)) {
      if (own.has(key) || !has(inherited, key)) continue
      deleteProperty(owner, key)
      first ||= `${path}${String(key)}`
    }
  return first
}

function modules(): [string, object][] {
  const node = { assert, crypto, events, net, stream, timers, util }
  const loaded = Object.entries(createRequire(import.meta.url).cache)
  const driver = loaded.flatMap(([file, module]): [string, object][] => {
    const place = /[\\/](mysql2[\\/].*)\.js$/.exec(file)?.[1]
    const exported = module?.exports as unknown
    const usable = typeof exported === 'function' || (typeof exported === 'object' && exported)
    return place && usable ? [[place.replaceAll('\\', '/'), exported as object]] : []
  })
  return [
    ...Object.entries(node).map(([name, one]): [string, object] => [`node:${name}`, one]),
    ...driver,
  ]
}

function isTable(exported: object): boolean {
  const values = Object.values(Object.getOwnPropertyDescriptors(exported))
  return (
    values.length > 0 &&
    values.every(({ get, value }) => !get && !/object|function/.test(typeof value))
  )
}

function isSame(now: PropertyDescriptor | undefined, then: PropertyDescriptor): boolean {
  return is(now?.value, then.value) && now?.get === then.get && now?.set === then.set
}

const noted = noteAll()
