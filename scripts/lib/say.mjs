/** All words of the scripts go to stderr: stdout belongs to the command that is run (`npm run -s duizhao -- outline FILE`). */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/** Ends the process with an explanation; for a state that a person has to put right. */
export function giveUp(...lines) {
  for (const line of lines) say(line)
  process.exit(1)
}

export function seconds(sinceMs) {
  return `${((performance.now() - sinceMs) / 1000).toFixed(1)} s`
}
