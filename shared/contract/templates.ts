/** Templates and the outlines made from them. */
import { z } from 'zod'
import { MEETING_KINDS } from '../model/meeting'
import { route } from './base'

const outlineSection = z.object({ heading: z.string().max(200), hint: z.string().max(500).optional() })
const outlinePart = outlineSection.extend({ sections: z.array(outlineSection).max(30) })
export const outline = z.object({
  title: z.string().max(200),
  prefaceHint: z.string().max(500).optional(),
  parts: z.array(outlinePart).max(30),
})
const template = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(MEETING_KINDS),
  about: z.string(),
  collective: outline,
  individual: outline,
})

export const templates = {
  list: route.route({ method: 'GET', path: '/templates' }).output(z.array(template)),
}
