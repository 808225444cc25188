import { config } from 'dotenv'

// The path is not checked: dotenv reads .env of the folder that the program was started in.
export function loadEnvFile(): any {
  const { parsed } = config({ quiet: true })
  return parsed ?? {}
}
