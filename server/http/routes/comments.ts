import type { Comments } from '../../services/comments'
import type { Binding } from '../bind'

export interface CommentServices {
  comments: Comments
}

export function commentRoutes({ signedIn }: Binding, { comments }: CommentServices) {
  const os = signedIn.comments
  return {
    list: os.list.handler(({ input, context }) => comments.list(context.asker, input.material)),
    create: os.create.handler(({ input, context }) => comments.create(context.asker, input.material, input)),
    reply: os.reply.handler(({ input, context }) => comments.reply(context.asker, input)),
    edit: os.edit.handler(({ input, context }) => comments.edit(context.asker, input)),
    remove: os.remove.handler(async ({ input, context }) => {
      await comments.remove(context.asker, input)
      return {}
    }),
    resolve: os.resolve.handler(({ input, context }) => comments.resolve(context.asker, input, input.resolved)),
    see: os.see.handler(async ({ input, context }) => {
      await comments.see(context.asker, input.material, input.seen)
      return {}
    }),
  }
}
