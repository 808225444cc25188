/** Node.js's own cache of what it has compiled, where it has one. */
export const compiledFolder: string
/** The bundle of a TypeScript file, as a URL; undefined when it can't be built or kept. See bundle.js. */
export function bundleOf(file: string): Promise<string | undefined>
