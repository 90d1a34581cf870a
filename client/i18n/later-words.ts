/** What the other pages say; they bring it with them (`app/page.ts`). */
import { admins } from './zh-CN/admins'
import { audit } from './zh-CN/audit'
import { comments } from './zh-CN/comments'
import { editor } from './zh-CN/editor'
import { exchange } from './zh-CN/exchange'
import { history } from './zh-CN/history'
import { live } from './zh-CN/live'
import { outline } from './zh-CN/outline'
import { presence } from './zh-CN/presence'
import { projector } from './zh-CN/projector'
import { recorder } from './zh-CN/recorder'
import { review } from './zh-CN/review'
import { suggestions } from './zh-CN/suggestions'
import { workspace } from './zh-CN/workspace'

export const laterWords = {
  admins,
  audit,
  comments,
  editor,
  exchange,
  history,
  live,
  outline,
  presence,
  projector,
  recorder,
  review,
  suggestions,
  workspace,
}
