import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import type { Session } from '../../../collab/session'
import { PassageButton } from '../../../features/history/PassageButton'
import { whenSaved } from '../../../features/workspace/when-saved'
import { lazily } from '../../../ui/lazily'
import { SinceOpened } from '../../../ui/SinceOpened'

const PassageDialog = lazily(async () => (await import('../../../features/history/PassageDialog')).PassageDialog)

/** Among the text's tools: who wrote the selected words. */
export function PassageTool({ editor, session }: { editor: Editor; session: Session }) {
  const [isAsked, setIsAsked] = useState(false)
  return (
    <>
      <PassageButton editor={editor} onPress={() => setIsAsked(true)} />
      <SinceOpened opened={isAsked}>
        <PassageDialog
          opened={isAsked}
          editor={editor}
          material={session.material}
          // Without it the server can still tell what it has.
          saved={() => whenSaved(session).catch(() => undefined)}
          onClose={() => setIsAsked(false)}
        />
      </SinceOpened>
    </>
  )
}
