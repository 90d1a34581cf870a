/** `node scripts/prepare.mjs start|test`: run by npm before `npm start` and `npm test`. Only Node's own modules, nothing is installed yet. */
import { prepare } from './lib/prepare.mjs'
import { giveUp } from './lib/say.mjs'

const mode = process.argv[2]
if (mode !== 'start' && mode !== 'test') giveUp('usage: node scripts/prepare.mjs start|test')
await prepare({ browser: mode === 'test' })
