import { arrow, drawing, label, line } from './draw.ts'

const steps = ['borrow', 'begin', 'sql', 'execute', 'read', 'commit', 'back']

/** The seven steps of every piece of work, and the path of an error. */
export const recipe = drawing(720, 176, (word) => [
  ...steps.flatMap((slot, index) => {
    const x = 8 + 103 * index
    const last = index === steps.length - 1
    return [
      last
        ? label([x, 20, 86, 52], word(slot), 'accent', 'strong')
        : label([x, 20, 86, 52], word(slot)),
      last ? '' : arrow(`M${x + 86} 46h15`, 'thin'),
    ]
  }),
  line('M111 84v8h498v-8', 'thin', 'warn'),
  arrow('M360 92v26', 'thin', 'warn'),
  label([242, 120, 236, 44], word('error'), 'warn', 'strong'),
  arrow('M478 142h191v-66', 'thin', 'warn'),
])
