/** The real workspace page with a person at it: what they do by keyboard, mouse and input method, and what leaves their page. */
import type { Browser, BrowserContext, CDPSession, Page, WebSocket } from '@playwright/test'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { MESSAGE, SYNC } from '../../shared/wire/frames'
import type { App, Sample, SamplePerson } from '../fixtures/app'

export class Writer {
  /** Every piece of text that left this page. */
  readonly said: string[] = []
  private received = 0

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly cdp: CDPSession,
  ) {}

  static async open(browser: Browser, app: App, { meeting }: Sample, person: SamplePerson, material: string): Promise<Writer> {
    const context = await browser.newContext()
    const page = await context.newPage()
    const writer = new Writer(context, page, await context.newCDPSession(page))
    page.on('websocket', (socket) => writer.listen(socket))
    const reply = await context.request.post(`${app.url}/api/session`, {
      headers: { origin: app.url },
      data: { username: person.username, password: person.password },
    })
    if (!reply.ok()) throw new Error(`${person.username} cannot sign in: ${reply.status()}`)
    await page.goto(`${app.url}/m/${meeting}/${material}`)
    await page.locator('.document[contenteditable=true]').waitFor()
    return writer
  }

  private listen(socket: WebSocket): void {
    socket.on('framereceived', ({ payload }) => {
      if (typeof payload !== 'string' && isUpdate(payload)) this.received += 1
    })
    socket.on('framesent', ({ payload }) => {
      if (typeof payload !== 'string') this.said.push(...wordsIn(payload))
    })
  }

  /** Runs `deed` (somebody else's) and waits until the change has reached this page, held or not. */
  async receives(deed: () => Promise<void>): Promise<void> {
    const before = this.received
    await deed()
    while (this.received === before) await this.page.evaluate(() => new Promise(requestAnimationFrame))
  }

  /** Caret or selection by number of block and offset in its text, as a click or a drag leaves it. */
  async select(anchor: [number, number], head: [number, number] = anchor): Promise<void> {
    await this.page.evaluate(
      async ([from, to]) => {
        const place = ([block, offset]: [number, number]): [Node, number] => {
          const element = document.querySelectorAll('.document > *')[block]
          if (element === undefined) throw new Error(`no block ${block}`)
          const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
          let rest = offset
          for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
            const { length } = text.textContent ?? ''
            if (rest <= length) return [text, rest]
            rest -= length
          }
          return [element, 0]
        }
        document.querySelector<HTMLElement>('.document')?.focus()
        const selection = document.getSelection()
        selection?.setBaseAndExtent(...place(from), ...place(to))
        // ProseMirror reads the selection when the browser has told it.
        await new Promise(requestAnimationFrame)
        await new Promise((resolve) => setTimeout(resolve))
      },
      [anchor, head] as const,
    )
  }

  async caret(): Promise<[number, number]> {
    return this.page.evaluate(() => {
      const { anchorNode, anchorOffset } = document.getSelection() ?? { anchorNode: null, anchorOffset: 0 }
      const blocks = Array.from(document.querySelectorAll('.document > *'))
      const block = blocks.findIndex((element) => element.contains(anchorNode))
      const element = blocks[block]
      if (element === undefined || anchorNode === null) return [-1, -1]
      const before = document.createRange()
      before.setStart(element, 0)
      before.setEnd(anchorNode, anchorOffset)
      return [block, before.toString().length]
    })
  }

  async texts(): Promise<string[]> {
    return this.page.evaluate(() => Array.from(document.querySelectorAll('.document > *'), (block) => block.textContent ?? ''))
  }

  async compose(letters: readonly string[]): Promise<void> {
    for (const text of letters) {
      await this.cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    }
  }

  async commit(text: string): Promise<void> {
    await this.cdp.send('Input.insertText', { text })
  }
}

function isUpdate(frame: Buffer): boolean {
  return frame[0] === MESSAGE.sync && (frame[1] === SYNC.update || frame[1] === SYNC.step2)
}

/** All text an outgoing change carries, also what its writer has deleted again. */
function wordsIn(frame: Buffer): string[] {
  if (!isUpdate(frame)) return []
  const decoder = decoding.createDecoder(frame)
  decoding.readVarUint(decoder)
  decoding.readVarUint(decoder)
  return Y.decodeUpdate(decoding.readVarUint8Array(decoder)).structs.flatMap((struct) =>
    struct instanceof Y.Item && struct.content instanceof Y.ContentString ? [struct.content.str] : [],
  )
}
