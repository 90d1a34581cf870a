/** Tables that office programs open as they are: UTF-8 with its mark, CRLF, everything quoted. */
const BYTE_ORDER_MARK = '\uFEFF'

/** A cell that begins like this would be computed instead of shown. */
const FORMULA = /^[=+\-@\t\r]/

export function csvOf(rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

function cell(text: string): string {
  const shown = FORMULA.test(text) ? `'${text}` : text
  return `"${shown.replaceAll('"', '""')}"`
}
