import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { MOST_IMPORT_BYTES } from '../../shared/model/import-file'
import { systemClock } from '../platform/clock'
import { FakeClock } from '../testing/fake-clock'
import { docx, p } from '../testing/docx'
import { createImporter } from './import-file'
import { importBytes } from './read-source'

const good = docx(p('发言提纲') + p('一、问题') + p('学得不深。'))
const repeated = (text: string, count: number) => text.repeat(count)

/** Shrinks the sizes an archive declares for its parts, so that a bomb looks harmless. */
function lying(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice()
  const view = new DataView(copy.buffer)
  for (let at = 0; at + 46 < copy.length; at++) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true)
  }
  return copy
}

function utf16(text: string): Uint8Array {
  return new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')])
}

function nested(depth: number): Uint8Array {
  let inner = zipSync({ 'a.txt': strToU8('一') })
  for (let level = 0; level < depth; level++) inner = zipSync({ 'inner.zip': inner })
  return inner
}

const HOSTILE: [string, () => Uint8Array, string][] = [
  ['a zip bomb', () => docx('', { 'word/document.xml': repeated(' ', 20_000_000) }), 'TOO_LARGE'],
  [
    'a zip bomb that declares little',
    () => lying(docx('', { 'word/document.xml': repeated('<w:p/>', 3_000_000) })),
    'BROKEN_FILE',
  ],
  [
    'many parts',
    () => docx('', Object.fromEntries(Array.from({ length: 2100 }, (_, index) => [`word/part${index}.xml`, 'x']))),
    'TOO_LARGE',
  ],
  [
    'entities',
    () =>
      docx('', {
        'word/document.xml':
          '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;">]><w:document xmlns:w="w"><w:body><w:p>&y;</w:p></w:body></w:document>',
      }),
    'BROKEN_FILE',
  ],
  [
    'an outside document type',
    () =>
      docx('', { 'word/document.xml': '<!DOCTYPE a SYSTEM "file:///etc/passwd"><w:document xmlns:w="w"><w:body/></w:document>' }),
    'BROKEN_FILE',
  ],
  [
    'an outside entity',
    () =>
      docx('', {
        'word/document.xml':
          '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document xmlns:w="w"><w:body><w:p>&x;</w:p></w:body></w:document>',
      }),
    'BROKEN_FILE',
  ],
  ['an entity nobody declared', () => docx(p('&x;')), 'BROKEN_FILE'],
  [
    'entities in UTF-16, where they look like nothing',
    () =>
      zipSync({
        '[Content_Types].xml': strToU8('<Types/>'),
        'word/document.xml': utf16(
          '<!DOCTYPE a [<!ENTITY x "ha">]><w:document xmlns:w="w"><w:body><w:p>&x;</w:p></w:body></w:document>',
        ),
      }),
    'BROKEN_FILE',
  ],
  [
    'tags in tags',
    () => docx('', { 'word/document.xml': `${Array.from({ length: 500_000 }, (_, index) => `<a${index}`).join('')}/>` }),
    'BROKEN_FILE',
  ],
  ['deep nesting', () => docx(repeated('<w:ins>', 20_000) + repeated('</w:ins>', 20_000)), 'BROKEN_FILE'],
  ['tags that never close', () => docx(repeated('<w:p>', 50_000)), 'BROKEN_FILE'],
  ['an archive cut in half', () => good.slice(0, good.length >> 1), 'BROKEN_FILE'],
  [
    'an archive with a spoilt middle',
    () => good.map((byte, index) => (index > 40 && index < 400 ? byte ^ 0x5a : byte)),
    'BROKEN_FILE',
  ],
  ['four bytes of an archive', () => Uint8Array.from([0x50, 0x4b, 3, 4]), 'BROKEN_FILE'],
  ['an empty archive', () => zipSync({}), 'UNSUPPORTED_FILE'],
  ['an archive in an archive', () => zipSync({ '稿.docx': good }), 'UNSUPPORTED_FILE'],
  ['an archive of archives, each of nothing but more', () => nested(200), 'UNSUPPORTED_FILE'],
  ['another archive', () => zipSync({ 'a.txt': strToU8('一、问题') }), 'UNSUPPORTED_FILE'],
  [
    'a spreadsheet',
    () => zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<a/>') }),
    'UNSUPPORTED_FILE',
  ],
  ['a text called .docx', () => strToU8('一、问题'), 'BROKEN_FILE'],
  ['a page of the web called .docx', () => strToU8('<!DOCTYPE html><html><body>一、问题</body></html>'), 'UNSUPPORTED_FILE'],
  ['a picture called .docx', () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'UNSUPPORTED_FILE'],
  ['a program called .docx', () => Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]), 'UNSUPPORTED_FILE'],
  ['nothing at all', () => new Uint8Array(), 'BROKEN_FILE'],
  ['a document that is no XML', () => docx('', { 'word/document.xml': 'not <<< xml' }), 'BROKEN_FILE'],
  ['a document without body', () => docx('', { 'word/document.xml': '<a/>' }), 'BROKEN_FILE'],
]

describe('hostile and broken files end with a clear answer, soon', () => {
  test.each(HOSTILE)('%s', (_, make, code) => {
    const bytes = make()
    const started = performance.now()
    const result = importBytes(bytes, { fileName: 'a.docx' })
    expect(result).toMatchObject({ ok: false, error: { code, message: expect.stringMatching(/。$/) } })
    expect(performance.now() - started).toBeLessThan(5000)
  })
})

test('a bomb inside of an honest document is never unpacked', () => {
  const bomb = zipSync({ 'a.bin': new Uint8Array(40_000_000) })
  const parts = unzipSync(docx(p('正文。')))
  const result = importBytes(
    zipSync({ ...parts, 'word/embeddings/a.zip': bomb, 'word/media/b.bin': new Uint8Array(40_000_000) }),
    {},
  )
  expect(result).toMatchObject({ ok: true, value: { blocks: [{ type: 'paragraph', runs: [{ text: '正文。' }] }] } })
})

test('entities in the comments cost only the comments', () => {
  const comments =
    '<!DOCTYPE a [<!ENTITY x "ha">]><w:comments xmlns:w="w"><w:comment w:id="0" w:author="甲">&x;</w:comment></w:comments>'
  const result = importBytes(docx(p('正文。'), { 'word/comments.xml': comments }), {})
  expect(result).toMatchObject({ ok: true, value: { threads: [], blocks: [{ type: 'paragraph', runs: [{ text: '正文。' }] }] } })
})

test('broken lists and styles cost only themselves', () => {
  const result = importBytes(
    docx(p('正文。', '<w:numPr><w:ilvl w:val="4000000000"/><w:numId w:val="9"/></w:numPr>'), {
      'word/numbering.xml': '<<<',
      'word/styles.xml': '<a',
    }),
    {},
  )
  expect(result).toMatchObject({ ok: true, value: { blocks: [{ type: 'paragraph', runs: [{ text: '正文。' }] }] } })
})

test('styles that inherit from one another in a circle', () => {
  const sheet =
    '<w:styles xmlns:w="w"><w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>'
  expect(importBytes(docx(p('正文。', '<w:pStyle w:val="a"/>'), { 'word/styles.xml': sheet }), {})).toMatchObject({ ok: true })
})

describe('in a thread of its own', () => {
  test('a good file comes back recognised', async () => {
    const result = await createImporter({ clock: systemClock }).importFile(good, { fileName: 'a.docx' })
    expect(result).toMatchObject({
      ok: true,
      value: { blocks: [{ type: 'title' }, { type: 'heading', level: 1 }, { type: 'paragraph' }] },
    })
  })

  test('a refusal comes back as it is', async () => {
    const importer = createImporter({ clock: systemClock })
    expect(await importer.importFile(strToU8('%PDF-1.4'))).toMatchObject({ ok: false, error: { code: 'UNSUPPORTED_FILE' } })
    expect(await importer.importFile(new Uint8Array(MOST_IMPORT_BYTES + 1))).toMatchObject({
      ok: false,
      error: { code: 'TOO_LARGE' },
    })
  })

  test('time is limited, and whoever waited gets their turn', async () => {
    const clock = new FakeClock()
    const importer = createImporter({ clock, timeLimitMs: 1000 })
    const first = [importer.importFile(good), importer.importFile(good), importer.importFile(good)]
    clock.advance(1000)
    expect(await first[0]).toMatchObject({ ok: false, error: { code: 'TOO_LARGE' } })
    expect(await first[2]).toMatchObject({ ok: true })
  })
})
