import { shallowReactive } from 'vue'

/** Opens the SQL console on a schema, if the page has a console. */
export const consoleDoor = shallowReactive({
  open: undefined as undefined | ((schema?: string) => void),
})
