import type { Editor } from '@tiptap/core'
import { type ReactNode, useState } from 'react'
import { FindBar } from '../../../editor/FindBar'
import { Toolbar } from '../../../editor/Toolbar'
import classes from './Pane.module.css'

interface PaneToolsProps {
  editor: Editor | null
  editable: boolean
  /** Further tools of the text. */
  tools: ReactNode
  /** Over the column beside the text. */
  aside: ReactNode
}

/** What stands over the paper: tools to write with and the length of the text; below, find and replace while it is wanted. */
export function PaneTools({ editor, editable, tools, aside }: PaneToolsProps) {
  const [find, setFind] = useState<'find' | 'replace' | null>(null)
  return (
    <>
      <div className={classes.tools}>
        <div className={classes.toolbar} data-region>
          <Toolbar key={editor === null ? 'waiting' : 'ready'} editor={editor} editable={editable} onFind={setFind}>
            {tools}
          </Toolbar>
        </div>
        {aside}
      </div>
      {find !== null && editor !== null && (
        <FindBar editor={editor} editable={editable} mode={find} onModeChange={setFind} onClose={() => setFind(null)} />
      )}
    </>
  )
}
