import { expect, test } from 'vitest'
import { checkAnswer, exerciseOfCall, readCall } from './calls.ts'

test('a call from the page is accepted when its arguments fit the function', () => {
  const right = [
    { call: 'about', args: [] },
    { call: 'createConversation', args: [] },
    { call: 'createConversation', args: ['Title'] },
    { call: 'addMessage', args: [1, 'ai', 'Hi'] },
  ]
  for (const { call, args } of right) expect(readCall({ call, args })).toEqual({ name: call, args })
})

test('anything else is refused', () => {
  const wrong = [
    null,
    'search',
    { call: 'search' },
    { call: 'close', args: [] },
    { call: '__proto__', args: [] },
    { call: 'toString', args: [] },
    { call: 7, args: [] },
    { call: 'search', args: [] },
    { call: 'search', args: [{ toString: 1 }] },
    { call: 'search', args: ['a', 'b'] },
    { call: 'getHistory', args: ['1'] },
    { call: 'getHistory', args: [1.5] },
    { call: 'getHistory', args: [null] },
    { call: 'addMessage', args: [1, 'root', 'Hi'] },
    { call: 'search', args: { 0: 'a', length: 1 } },
  ]
  for (const input of wrong) expect(() => readCall(input), JSON.stringify(input)).toThrow('chat')
})

test('an answer passes when it is what the function promises', () => {
  for (const value of [null, [], [{ id: 1, sender: 'ai', content: '', timestamp: '' }]]) {
    expect(checkAnswer('getHistory', { value })).toEqual({ value })
  }
  for (const value of [undefined, {}, 'x', [null], [{ id: 1, sender: 'me' }]]) {
    expect(checkAnswer('getHistory', { value })).toHaveProperty('problem.kind', 'wrong-value')
  }
})

test('a wrong value is shown in part when it is long', () => {
  const answer = checkAnswer('search', { value: 'x'.repeat(5000) })
  expect(answer).toMatchObject({ problem: { exercise: exerciseOfCall('search').id } })
  expect(JSON.stringify(answer).length).toBeLessThan(500)
})
