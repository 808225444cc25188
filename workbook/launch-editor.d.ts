declare module 'launch-editor/guess.js' {
  /** The editor's program, and what to start it with. */
  export default function guessEditor(
    specified?: string,
  ): [program: string | null, ...args: string[]]
}
