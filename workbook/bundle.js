import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
/** Beside the packages, wherever WORKBOOK_STATE may point: a bundle imports them. */
const doorFolder = path.join(root, '.workbook', 'door')
/** Node.js's own cache of what it has compiled, where it has one. */
export const compiledFolder = path.join(doorFolder, 'compiled')
/** A session imports parts of its bundle late, so those of an older one stay for a while. Milliseconds. */
const keptFor = 7 * 24 * 3600 * 1000

/**
 * The bundle of a TypeScript file with all of ours that it imports, as a URL: the one that was kept, as long as none of these
 * files has changed, otherwise a new one. Undefined when it can't be built or kept.
 * @param {string} file an absolute path
 * @returns {Promise<string | undefined>}
 */
export async function bundleOf(file) {
  const folder = path.join(doorFolder, nameOf(file).replaceAll(/[^\w-]+/g, '-'))
  const kept = readManifest(folder)
  try {
    return urlOf(folder, isFresh(kept) ? kept : await makeBundle(file, folder))
  } catch {
    return undefined
  }
}

// --- internal ---

/**
 * @typedef {object} Manifest
 * @property {string} root the checkout that it was built in: code knows its place
 * @property {string} entry the name of the chunk to import
 * @property {Record<string, string>} stamps of what it was built from, by path from the root
 */

/** @returns {Manifest | undefined} */
function readManifest(folder) {
  try {
    return JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8'))
  } catch {
    return undefined
  }
}

/** @param {Manifest | undefined} manifest */
function isFresh(manifest) {
  return (
    manifest?.root === root &&
    Object.entries(manifest.stamps).every(([name, stamp]) => stampOf(name) === stamp)
  )
}

/** Changes with each write: the time of the content, that of the entry, the size. */
function stampOf(name) {
  const stats = statSync(path.join(root, name), { throwIfNoEntry: false })
  return stats && `${stats.mtimeMs} ${stats.ctimeMs} ${stats.size}`
}

function urlOf(folder, { entry }) {
  return pathToFileURL(path.join(folder, entry)).href
}

/** @returns {Promise<Manifest>} */
async function makeBundle(file, folder) {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // Behind a link it would look for its packages elsewhere.
  if (realpathSync(folder) !== folder) throw new Error('not in its place')
  const { rolldown } = await import('rolldown')
  // Looked at before they are read: anything saved in the meantime makes the bundle stale.
  const stamps = { 'workbook/bundle.js': stampOf('workbook/bundle.js') }
  const bundle = await rolldown({
    input: file,
    cwd: root,
    platform: 'node',
    // By the compiler, which leaves strings alone: templates of files name it too.
    transform: { target: 'node20.19', define: { 'import.meta.url': 'urlOfModule' } },
    external: isPackage,
    plugins: [
      {
        name: 'workbook:place',
        load: (id) => void (isOurs(id) && (stamps[nameOf(id)] = stampOf(nameOf(id)))),
        transform: (code, id) =>
          code.includes('import.meta.url')
            ? `const urlOfModule = ${JSON.stringify(pathToFileURL(id).href)}\n${code}`
            : code,
      },
    ],
    onLog() {},
  })
  const names = '[name]-[hash].js'
  const { output } = await bundle.generate({ entryFileNames: names, chunkFileNames: names })
  await bundle.close()
  // A name contains the hash of its content, so a file that is there already is the same.
  for (const { fileName, code } of output) keep(path.join(folder, fileName), code)
  const manifest = { root, entry: output.find(({ isEntry }) => isEntry).fileName, stamps }
  keep(path.join(folder, 'manifest.json'), JSON.stringify(manifest))
  sweep(folder, ['manifest.json', ...output.map(({ fileName }) => fileName)])
  if (existsSync(compiledFolder)) sweep(compiledFolder, [])
  return manifest
}

/** A package is imported by its name; what the compiler itself adds becomes part of the bundle. */
function isPackage(id) {
  return /^(?:\w|@(?!oxc-project\/))/.test(id) && !path.isAbsolute(id)
}

function isOurs(id) {
  return path.isAbsolute(id) && !id.includes('node_modules')
}

function nameOf(id) {
  return path.relative(root, id)
}

/** Whole or not at all. */
function keep(file, text) {
  const temporary = `${file}.${process.pid}.tmp`
  writeFileSync(temporary, text, { flush: true })
  renameSync(temporary, file)
}

function sweep(folder, used) {
  for (const name of readdirSync(folder, { recursive: true })) {
    const file = path.join(folder, name)
    const stats = statSync(file, { throwIfNoEntry: false })
    const old = stats?.isFile() && Date.now() - stats.mtimeMs > keptFor
    if (old && !used.includes(name)) rmSync(file, { force: true })
  }
}
