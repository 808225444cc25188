/** `#exercise/NN-lesson/N-name.sql` is a drill's answer as text: see `imports` in package.json. */
declare module '*.sql' {
  const sql: string
  export default sql
}
