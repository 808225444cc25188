import type { Connection } from 'mysql2/promise'

export async function messageTexts(_connection: Connection): Promise<string[]> {
  return [
    'What can I see in Kazan in two days?',
    'The Kremlin, the Kaban lakes, and one long dinner.',
  ]
}
