/**
 * The main job: five people, five browsers. Three write in the same section of the collective text, two write their own; the
 * server is killed in the middle and comes back; everyone is there again by themselves and nothing acknowledged is missing.
 */
import { expect, type Page, test } from '@playwright/test'
import { App } from '../fixtures/app'
import { HttpPerson } from '../fixtures/http'
import { Cast, caretAfter, paper, saveState } from '../fixtures/people'

/** One section; each of the three writes on in a paragraph of it. */
const PARAGRAPHS = ['共同起草的第一段。', '共同起草的第二段。', '共同起草的第三段。']
const SAVED = { timeout: 60_000 }

async function say(page: Page, sentence: string): Promise<void> {
  await page.keyboard.type(sentence, { delay: 15 })
}

/** Drawn on a layer above the text, never in it. */
const caretsOn = (page: Page) => page.locator('.remote-caret')

async function allSaved(pages: readonly Page[]): Promise<void> {
  for (const page of pages) await expect.poll(() => saveState(page), SAVED).toBe('saved')
}

test('five people write at once through a crash of the server', async ({ browser }) => {
  const app = new App()
  try {
    const sample = await app.sample()
    await app.start()
    const cast = new Cast(browser, app, sample)
    const principal = cast.find((person) => person.roles.includes('principal'))
    const collective = cast.materialOf(null)
    const office = await HttpPerson.signIn(
      app,
      cast.find((person) => person.roles.includes('office')),
    )
    const text = `一、存在的主要问题\n（一）理论学习方面\n${PARAGRAPHS.join('\n')}\n（二）政治素质方面\n另一节。`
    expect((await office.ask('POST', `/materials/${collective}/import`, { text })).status).toBe(200)

    // Those whose own material they may still write.
    const writers = sample.materials
      .filter(({ kind, state }) => kind === 'individual' && (state === 'draft' || state === 'returned'))
      .map(({ owner }) => cast.find((person) => person.username === owner))
      .slice(0, 2)
    const together = [principal, ...cast.members.filter((person) => !writers.includes(person)), ...cast.members]
      .filter((person, index, all) => all.indexOf(person) === index)
      .slice(0, 3)
    const common = await Promise.all(together.map((person) => cast.write(person, collective)))
    const own = await Promise.all(writers.map((person) => cast.write(person, cast.materialOf(person.username))))
    const everyone = [...common, ...own]
    expect(everyone).toHaveLength(5)

    for (const [index, page] of common.entries()) await caretAfter(page, PARAGRAPHS[index] ?? '')
    for (const page of own) {
      await paper(page).click()
      await page.keyboard.press('Control+End')
    }
    await Promise.all(everyone.map((page, index) => say(page, `第${index + 1}人崩溃之前写的话。`)))
    await allSaved(everyone)
    // Each sees the carets of the two others under their names, and nobody else's.
    for (const [index, page] of common.entries()) {
      const names = together.filter((_, other) => other !== index).map((person) => person.name)
      for (const name of names) await expect(caretsOn(page).and(page.locator(`[data-name="${name}"]`))).toHaveCount(1)
      await expect(caretsOn(page)).toHaveCount(2)
    }
    for (const page of own) await expect(caretsOn(page)).toHaveCount(0)

    const before = await paper(common[0] as Page).innerText()
    await app.end('SIGKILL')
    await Promise.all(everyone.map((page, index) => say(page, `第${index + 1}人在服务器停着的时候写的话。`)))
    for (const page of everyone) await expect.poll(() => saveState(page), SAVED).toMatch(/^(offline|reconnecting)$/)
    await app.start()
    await allSaved(everyone)

    const shared = await Promise.all(common.map((page) => paper(page).innerText()))
    expect(new Set(shared).size).toBe(1)
    for (const sentence of before.match(/第\d人崩溃之前写的话。/g) ?? []) expect(shared[0]).toContain(sentence)
    for (const number of [1, 2, 3]) {
      expect(shared[0]).toContain(`第${number}人崩溃之前写的话。`)
      expect(shared[0]).toContain(`第${number}人在服务器停着的时候写的话。`)
    }
    for (const [index, page] of own.entries()) {
      const mine = await paper(page).innerText()
      expect(mine).toContain(`第${index + 4}人崩溃之前写的话。`)
      expect(mine).toContain(`第${index + 4}人在服务器停着的时候写的话。`)
      expect(shared[0]).not.toContain(`第${index + 4}人`)
    }

    // Read by somebody who was never there.
    const reader = await cast.write(
      cast.find((person) => person.roles.includes('office')),
      collective,
    )
    await expect.poll(() => paper(reader).innerText()).toBe(shared[0])
  } finally {
    await app.dispose()
  }
})
