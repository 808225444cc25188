// Loaded by a worker before it is given a spec (see watched-pool.ts): what every spec needs and no student edits.
import 'mysql2/promise'

// Says that the thread comes back, however long a test waits. A message of a type that Vitest does not know is let be.
setInterval(() => {
  if (process.connected) process.send?.({ __vitest_worker_response__: true, type: 'alive' })
}, 1000).unref()
