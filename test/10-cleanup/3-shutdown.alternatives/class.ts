import type { Pool } from 'mysql2/promise'

// A class remembers, by a private field.

class Shutdown {
  static #of = new WeakMap<Pool, Shutdown>()
  #end: Promise<void>

  private constructor(pool: Pool) {
    this.#end = Promise.resolve().then(() => pool.end())
  }

  static of(pool: Pool): Shutdown {
    let one = Shutdown.#of.get(pool)
    if (!one) Shutdown.#of.set(pool, (one = new Shutdown(pool)))
    return one
  }

  get done() {
    return this.#end
  }
}

export const shutdown = async (pool: Pool): Promise<void> => Shutdown.of(pool).done
