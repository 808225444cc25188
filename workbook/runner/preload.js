// Loaded by a worker before it is given a spec (see watched-pool.ts): what every spec needs and no student edits.
import 'mysql2/promise'
