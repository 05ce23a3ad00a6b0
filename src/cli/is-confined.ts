import process from 'node:process'

/** Whether Node's permission model confines this process. */
export function isConfined(): boolean {
  return 'permission' in process && process.permission !== undefined
}
