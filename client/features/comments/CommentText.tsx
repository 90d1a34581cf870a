import { mentionRuns } from './mention'
import type { Reader } from './mention'
import classes from './ThreadCard.module.css'

/** What somebody said, with the names of those it mentions set apart. */
export function CommentText({ text, mentions }: { text: string; mentions: readonly Reader[] }) {
  let at = 0
  return (
    <p className={classes.text}>
      {mentionRuns(text, mentions).map((run) => {
        const key = at
        at += run.text.length
        return run.person === null ? (
          <span key={key}>{run.text}</span>
        ) : (
          <b key={key} className={classes.mention}>
            {run.text}
          </b>
        )
      })}
    </p>
  )
}
