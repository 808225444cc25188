declare module 'launch-editor/guess.js' {
  /** The editor's program, and what to start it with. */
  export default function guessEditor(
    specified?: string,
  ): [program: string | null, ...args: string[]]
}

declare module 'launch-editor/get-args.js' {
  /** How this editor is told what to open, and where. */
  export default function argumentsFor(
    editor: string,
    file: string,
    line?: number,
    column?: number,
  ): string[]
}
