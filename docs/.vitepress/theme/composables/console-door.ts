import { shallowReactive } from 'vue'

export const consoleDoor = shallowReactive({
  open: undefined as undefined | ((schema: string) => void),
})
