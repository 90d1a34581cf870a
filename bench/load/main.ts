/** The load generator: one job against one server, named on the command line as JSON; its figures go to stdout as JSON. */
import { measureColdOpen, type ColdOpenJob } from './jobs/cold-open'
import { measureCrash, type CrashJob } from './jobs/crash'
import { measureJudge, type JudgeJob } from './jobs/judge'
import { measurePresence, type PresenceJob } from './jobs/presence'
import { measureSaturation, type SaturationJob } from './jobs/saturation'
import { measureStorm, type StormJob } from './jobs/storm'
import { measureTyping, type TypingJob } from './jobs/typing'
import type { Figures, Target } from './target'

export type Job = TypingJob | SaturationJob | ColdOpenJob | StormJob | PresenceJob | CrashJob | JudgeJob

function measure(target: Target, job: Job): Promise<Figures> {
  switch (job.job) {
    case 'typing':
      return measureTyping(target, job)
    case 'saturation':
      return measureSaturation(target, job)
    case 'coldOpen':
      return measureColdOpen(target, job)
    case 'storm':
      return measureStorm(target, job)
    case 'presence':
      return measurePresence(target, job)
    case 'crash':
      return measureCrash(target, job)
    case 'judge':
      return measureJudge(target, job)
  }
}

const { target, job } = JSON.parse(process.argv[2] ?? '') as { target: Target; job: Job }
process.stdout.write(JSON.stringify(await measure(target, job)))
process.exit(0)
