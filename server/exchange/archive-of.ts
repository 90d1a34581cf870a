/** Many files as one .zip, with an index to be read and a list of hashes to be checked. Runs in the export worker. */
import { createHash } from 'node:crypto'
import { strToU8, type Zippable, zipSync } from 'fflate'
import type { ArchiveTask } from '../ports/exporter'
import { fileOf } from './file-of'
import { escaped } from './xml-text'

interface Made {
  path: string
  note: string
  bytes: Uint8Array
  hash: string
}

const INDEX = '索引.html'
/** As `sha256sum -c` reads it. */
const HASHES = '校验值.sha256'

export function archiveOf(task: ArchiveTask, onDone: (files: number) => void): Uint8Array {
  const made = task.files.map(({ path, note, make }, index): Made => {
    const bytes = typeof make === 'string' ? strToU8(make) : fileOf(make)
    onDone(index + 1)
    return { path, note, bytes, hash: createHash('sha256').update(bytes).digest('hex') }
  })
  const zip: Zippable = {
    [INDEX]: strToU8(indexOf(task, made)),
    [HASHES]: strToU8(made.map(({ path, hash }) => `${hash}  ${path}\n`).join('')),
  }
  // A .docx is packed already.
  for (const { path, bytes } of made) zip[path] = [bytes, { level: path.endsWith('.docx') ? 0 : 6 }]
  return zipSync(zip)
}

function indexOf({ title, facts, left }: ArchiveTask, made: readonly Made[]): string {
  const rows = made.map(
    ({ path, note, bytes, hash }, index) =>
      `<tr><td>${index + 1}</td><td><a href="${escaped(hrefOf(path))}">${escaped(path)}</a></td><td>${escaped(note)}</td><td>${Math.ceil(bytes.length / 1024)} KB</td><td class="hash">${hash}</td></tr>`,
  )
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${escaped(title)}归档材料索引</title>
<style>
@page { size: A4; margin: 25mm 20mm }
body { max-width: 190mm; margin: 2em auto; font: 11pt/1.6 SimSun, 宋体, serif }
h1 { font: 18pt/1.4 方正小标宋简体, SimSun, serif; text-align: center }
table { width: 100%; border-collapse: collapse }
th, td { padding: 4pt 6pt; border: 0.5pt solid #555; text-align: left; vertical-align: top }
.hash { font: 7.5pt/1.4 monospace; overflow-wrap: anywhere; width: 50mm }
</style>
</head>
<body>
<h1>${escaped(title)}归档材料索引</h1>
${facts.map(([label, value]) => `<p>${escaped(label)}：${escaped(value)}</p>`).join('\n')}
<table>
<thead><tr><th>序号</th><th>文件</th><th>说明</th><th>大小</th><th>SHA-256</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
${left.map((sentence) => `<p>${escaped(sentence)}</p>`).join('\n')}
<p>核对：每个文件的 SHA-256 与“${HASHES}”所列一致，即未被改动。</p>
</body>
</html>
`
}

function hrefOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}
