/** All words go to stderr: stdout belongs to the figures. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`)
}
